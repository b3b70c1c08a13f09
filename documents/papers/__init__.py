"""How papers are drawn: their layout by regulation, their digest, their PDF, and where files are kept."""
