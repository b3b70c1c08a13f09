"""From the plan to rows, one room of the register at a time."""
