"""What people say and do in the demonstration, as tables.

A line `seen | seen => ask | ask` tells one matter: any of the left goes with any of the right,
so a few lines give many sentences. In a table of tasks the right side is what came of them, in
a table of lapses what the speaker will do about it. `{month}` and the like are filled in later.
"""
