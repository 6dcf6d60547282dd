"""Run `inspection new` without installing the project: `python scripts/new_record.py problem R13-05`."""

from inspection.cli import run

run("new")
