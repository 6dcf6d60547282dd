"""Run `inspection dossier` without installing the project: `python scripts/make_dossier.py`."""

from inspection.cli import run

run("dossier")
