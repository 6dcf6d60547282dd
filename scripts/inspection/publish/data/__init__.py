"""Open data: the public tables, made from the public view alone, as CSV, JSON and Parquet."""
