"""The window: the only package that knows Qt.

It may import everything but the command line. The one decision that shaped it: the window is `show(assess(draft))`; a view
shows and never emits while it does, and `edited(path, raw)` is fired by a user's act alone.
"""
