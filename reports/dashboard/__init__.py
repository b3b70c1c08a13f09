"""The committee's first page: what to know, the figures of a day and how they changed."""
