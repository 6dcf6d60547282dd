"""Run `inspection form` without installing the project: `python scripts/make_form.py`."""

from inspection.cli import run

run("form")
