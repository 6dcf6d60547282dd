"""The nouns of the ledger: frozen, typed, without a method that reads a file or a clock."""
