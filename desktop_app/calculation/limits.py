"""How far days, yen, counts and texts of a contract file may go."""

import re
from datetime import date

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
MOST_YEN = 10**12
MOST_ACCOUNTS = 10**8
MOST_MONTHS = 120
MOST_SEAL_BYTES = 512 * 1024
LONGEST_DOMAIN = 253
ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What no text may hold: control characters, but for tabs and ends of lines, and what turns the direction of what follows."""
