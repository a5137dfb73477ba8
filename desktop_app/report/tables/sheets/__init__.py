"""The sheets of the workbook, one module each: what stands where, and the formulas of one part of the contract."""
