"""Run `inspection report` without installing the project: `python scripts/make_report.py`."""

from inspection.cli import run

run("report")
