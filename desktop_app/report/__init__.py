"""What leaves the program: the statement as data, as text for a mail, and on paper.

It may import `document`, `wording` and what lies below. The one decision that shaped it: every output is laid out from one
statement and its steps; nothing is reckoned here.
"""
