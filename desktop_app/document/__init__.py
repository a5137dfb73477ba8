"""The thing being edited, as values: drafts, their fields, their history, and what they are read as.

It may import `calculation` alone: no disk, no language, no Qt. The one decision that shaped it: a draft is the plain data
of a contract file, complete or not, so that it can always be held, saved and undone; models are only what it is read as.
"""
