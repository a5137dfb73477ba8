"""The statement for other programs: a workbook that reckons it again, tables as CSV, deadlines for a calendar.

It may import what `report` may. The one decision that shaped it: the workbook holds the contract's rules as formulas over the
inputs, and beside them what the statement says, so that whoever gets it can see that the two agree.
"""
