"""The demonstration committee: an invented register that stands on 13/03/2019.

`plan` and what it imports is plain Python without a database: who came, moved and left when,
who held which post, what was said and awarded. `loader` turns the plan into rows, `digest`
tells whether two databases hold the same rows.
"""
