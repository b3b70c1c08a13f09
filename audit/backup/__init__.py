"""Backups: everything the office entered, rows and files, in one archive that either database reads."""
