"""The rules: what a careful inspector would say of the ledger, one module per family."""
