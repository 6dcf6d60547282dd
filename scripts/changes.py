"""Run `inspection changes` without installing the project: `python scripts/changes.py main`."""

from inspection.cli import run

run("changes")
