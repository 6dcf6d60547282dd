"""Work on many things at once: side by side on the cores of this machine, and out of the collector's way."""

import gc
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

T = TypeVar("T")

_PLACE = 4
"""Bytes in which the place of a task is written; a pipe holds thousands of them and gives each to one reader."""


def cores() -> int:
    """Return how many processes can work at once; one where processes cannot be forked."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


def shares(things: int, enough: int) -> int:
    """Return among how many processes to share work on so many things; one where they are fewer than is enough."""
    return cores() if things >= enough else 1


def shared_out(
    tasks: Sequence[T], work: Callable[[T], bytes], processes: int | None = None, *, apart: bool = False
) -> Iterator[bytes]:
    """Begin to work on many tasks at once; return what `work` makes of each, in their order.

    Whoever is done with a task takes the next, so that no process waits while another has many left. The other
    processes begin at once, this one when the first answer is asked for. What a process that dies has taken is done
    here, so that an error is raised as if there were no other process.

    Args:
        tasks: What is to be done, the longest first.
        work: Does one task and changes nothing but what it returns.
        processes: How many work on them; one for each task if not given.
        apart: This process only waits. What the work starts here, such as a library's own threads, would keep it from
            sharing out anything later.
    """
    number = min(len(tasks), processes or len(tasks))
    if (number < 2 and not apart) or not hasattr(os, "fork") or _has_foreign_threads():
        return map(work, tasks)
    from multiprocessing import get_context

    forked = get_context("fork")
    left, queue = os.pipe()
    os.write(queue, b"".join(place.to_bytes(_PLACE, "big") for place in range(len(tasks))))
    os.close(queue)
    others = []
    for _ in range(number if apart else number - 1):
        hears, says = forked.Pipe(duplex=False)
        process = forked.Process(target=_tell, args=(left, tasks, work, says), daemon=True)
        process.start()
        says.close()
        others.append((hears, process))
    return _gathered(left, tasks, work, others, apart)


def _has_foreign_threads() -> bool:
    """Return whether a library runs threads of its own here (V8 of the charts, DuckDB).

    They do not live on in a forked process, and what they hold when it is forked stays locked in it for ever.
    """
    try:
        return len(os.listdir("/proc/self/task")) > threading.active_count()
    except OSError:
        return False


def _gathered(
    left: int, tasks: Sequence[T], work: Callable[[T], bytes], others: list[Any], apart: bool
) -> Iterator[bytes]:
    try:
        done = {} if apart else _taken(left, tasks, work)
    finally:
        os.close(left)
    for hears, process in others:
        with suppress(EOFError):
            done |= hears.recv()
        process.join()
    for place, task in enumerate(tasks):
        yield done[place] if place in done else work(task)


def _taken(left: int, tasks: Sequence[T], work: Callable[[T], bytes]) -> dict[int, bytes]:
    """Do one task after another for as long as any is left, and return the answers by the places of the tasks."""
    done = {}
    while place := os.read(left, _PLACE):
        done[int.from_bytes(place, "big")] = work(tasks[int.from_bytes(place, "big")])
    return done


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


def _tell(left: int, tasks: Sequence[Any], work: Callable[[Any], bytes], says: Any) -> None:
    try:
        says.send(_taken(left, tasks, work))
    except BaseException:
        os._exit(1)
