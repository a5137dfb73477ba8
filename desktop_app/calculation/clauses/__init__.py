"""The clauses of the contract, one module each; none imports another, `evaluate` alone knows their order."""
