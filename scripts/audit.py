"""Run `inspection audit` without installing the project: `python scripts/audit.py`."""

import sys

from inspection.cli import main

sys.exit(main(["audit", *sys.argv[1:]]))
