"""Bytes to records: source, document, schema, loader."""
