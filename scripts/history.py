"""Run `inspection history` without installing the project: `python scripts/history.py`."""

import sys

from inspection.cli import main

sys.exit(main(["history", *sys.argv[1:]]))
