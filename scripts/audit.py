"""Run `inspection audit` without installing the project: `python scripts/audit.py`."""

from inspection.cli import run

run("audit")
