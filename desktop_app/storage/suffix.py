"""How the names of contract files end, known without anything that reads them."""

SUFFIX = ".contract.json"
