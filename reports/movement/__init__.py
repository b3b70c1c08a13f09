"""Why the number of members changed: opening and closing of any span, and every change between."""
