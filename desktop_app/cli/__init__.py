"""The command line: everything the window reckons, without a display and without Qt.

It may import everything but the window. The one decision that shaped it: a command returns what to print and an exit status;
only `main` touches the terminal, so that no fault of any kind ends in a traceback.
"""
