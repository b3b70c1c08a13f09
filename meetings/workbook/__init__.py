"""A meeting as a workbook: carried to a cell without a line, filled in there, brought back and taken in."""
