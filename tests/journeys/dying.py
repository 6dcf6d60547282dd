"""A command that is killed, as by a power cut, when it calls something for the n-th time: MODULE NAME COUNT WORD..."""

import importlib
import os
import signal
import sys
from typing import Any

from inspection.cli import main

module, name, count, *typed = sys.argv[1:]
home = importlib.import_module(module)
real, left = getattr(home, name), int(count)


def dying(*given: Any, **more: Any) -> Any:
    """Do what is asked, or die of it."""
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given, **more)


setattr(home, name, dying)
sys.exit(main(typed))
