"""The paper beside the form: its pages as they would be saved, printed or sent, and the choice of which paper it is.

It may import what stands below it in the window, and `report`. The one decision that shaped it: one thread does all the work,
one task at a time, and a page is shown as true only while it is that of the present draft.
"""
