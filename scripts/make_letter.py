"""Run `inspection letter` without installing the project: `python scripts/make_letter.py`."""

from inspection.cli import run

run("letter")
