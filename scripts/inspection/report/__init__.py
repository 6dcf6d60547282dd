"""Findings and figures, put into the forms people and programs read."""
