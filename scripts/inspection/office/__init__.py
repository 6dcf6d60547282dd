"""The private side: what the office looks at and writes."""
