"""The left half of the window: the sections and their fields, laid out from the one table of fields."""
