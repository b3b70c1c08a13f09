"""The pages of meetings: lists and single pages, what is typed row by row, and the way to approval."""
