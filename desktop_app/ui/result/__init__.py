"""The right half of the window: the figures of a statement as cards and tables, and the reasons of each."""
