"""Questions asked of the open contract, and what is brought into it after a look: variants, endings, tables, forecasts.

It may import what stands below it in the window, `report` and `storage`. The one decision that shaped it: the answers are those
of the calculation and its wording; nothing is reckoned or put into words a second time here.
"""
