"""The names of the commands, known before anything else of the command line is loaded."""

QUESTIONS_AND_CHECKS = ("what-if", "compare", "counts", "self-check")
"""Commands whose words stand in `question_words`."""
COMMANDS = ("evaluate", "explain", *QUESTIONS_AND_CHECKS, "pdf", "export", "check", "verify", "batch")
