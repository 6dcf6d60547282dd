"""Run `inspection statistics` without installing the project: `python scripts/compute_statistics.py`."""

from inspection.cli import run

run("statistics")
