"""Run `inspection overdue` without installing the project: `python scripts/overdue.py`."""

import sys

from inspection.cli import main

sys.exit(main(["overdue", *sys.argv[1:]]))
