"""Files: the rules shipped with the program, contract files read and written.

It may import `document`, `wording` and what lies below. The one decision that shaped it: a file is written whole or not at
all, and what could not be done is an exception that carries a sentence for people.
"""
