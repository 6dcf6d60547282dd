"""Run `inspection feedback` without installing the project: `python scripts/make_feedback.py`."""

from inspection.cli import run

run("feedback")
