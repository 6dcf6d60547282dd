"""Revisions to what they mean: what changed, when it was recorded, and by whom."""
