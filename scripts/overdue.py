"""Run `inspection overdue` without installing the project: `python scripts/overdue.py`."""

from inspection.cli import run

run("overdue")
