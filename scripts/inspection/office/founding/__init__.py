"""How a new district begins: its units from an office's own sheet, and the records of an empty ledger. Pure."""
