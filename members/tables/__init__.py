"""The columns of the registers of this room, a module for each subject."""
