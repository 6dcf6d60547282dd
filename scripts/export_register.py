"""Run `inspection register` without installing the project: `python scripts/export_register.py`."""

from inspection.cli import run

run("register")
