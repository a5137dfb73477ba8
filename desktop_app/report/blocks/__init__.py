"""The parts that papers are put together from: each reads the statement and gives plain strings for the typesetter to lay out.

It may import what `report` may. The one decision that shaped it: a block is data with a `kind`, the template has one function
a kind, and a paper is a list of blocks; amounts and days are written out here, and the template never reckons.
"""
