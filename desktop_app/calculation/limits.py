"""How far days, yen, counts and texts of a contract file may go."""

from datetime import date

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
MOST_YEN = 10**12
MOST_ACCOUNTS = 10**8
MOST_MONTHS = 120
MOST_SEAL_BYTES = 512 * 1024
LONGEST_DOMAIN = 253
