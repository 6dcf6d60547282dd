"""Work on many things at once: side by side on the cores of this machine, and out of the collector's way."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")


def cores() -> int:
    """Return how many processes can work at once; one where processes cannot be forked."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


def shares(things: int, enough: int) -> int:
    """Return among how many processes to share work on so many things; one where they are fewer than is enough."""
    return cores() if things >= enough else 1


def shared_out(tasks: Sequence[T], work: Callable[[T], bytes]) -> Iterator[bytes]:
    """Yield what `work` returns for each task, in their order, each task in a process of its own.

    The first is done here. A task whose process dies is done here as well, so that an error is raised as if there were
    no other process.

    Args:
        tasks: What is to be done.
        work: Does one task and changes nothing but what it returns.
    """
    if len(tasks) < 2:
        yield from map(work, tasks)
        return
    from multiprocessing import get_context

    forked = get_context("fork")
    away = []
    for task in tasks[1:]:
        hears, says = forked.Pipe(duplex=False)
        process = forked.Process(target=_tell, args=(work, task, says), daemon=True)
        process.start()
        says.close()
        away.append((task, hears, process))
    yield work(tasks[0])
    for task, hears, process in away:
        try:
            done = hears.recv_bytes()
        except EOFError:
            done = work(task)
        process.join()
        yield done


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector away while nothing can be garbage: it would look at every record again and again.

    What was made is never looked at afterwards either; records hold nothing that refers back to them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _tell(work: Callable[[Any], bytes], task: Any, says: Any) -> None:
    try:
        says.send_bytes(work(task))
    except BaseException:
        os._exit(1)
