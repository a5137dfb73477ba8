"""Everything that is said to people, Japanese first, English second: amounts, days, sentences, problems, reasons.

It may import `calculation` and the place of the catalogs. The one decision that shaped it: no sentence stands in code; each
has a key, and the catalogs in `resources/locale` have every key in both languages.
"""
