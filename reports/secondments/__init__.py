"""Who is seconded where, as one sentence, one drawing and one table of a day."""
