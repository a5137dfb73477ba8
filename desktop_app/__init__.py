"""Fees, credits, settlements and dates of one mail service contract, each with its reason and its article."""

__version__ = "0.1.0"
