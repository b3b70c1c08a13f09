"""Members from the spreadsheets offices have: a file becomes rows of values, then a batch a person confirms.

The reading half (`rows`, `books`, `layouts`, `targets`, `reading`, `values/`) knows no database.
"""
