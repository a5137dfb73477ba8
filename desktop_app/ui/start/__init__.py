"""The first page: what to begin with, by the keyboard, by the mouse, or by dropping a file."""
