"""Run `inspection explain` without installing the project: `python scripts/explain.py`."""

import sys

from inspection.cli import main

sys.exit(main(["explain", *sys.argv[1:]]))
