"""The command line: arguments, clock, progress, writing, exit codes; the only room that touches the world."""

from inspection.cli.entry import main, run

__all__ = ["main", "run"]
