"""Work on many things at once: side by side on the cores of this machine, and out of the collector's way."""

import gc
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

_BATCHES = 4
"""Into how many batches the share of each process is cut."""
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


def batches(things: Sequence[T], processes: int) -> list[Sequence[T]]:
    """Cut things into batches for so many processes, several for each: whoever is done takes the next.

    The first thing is the first of the first batch, the second that of the second, and so on round.
    """
    count = processes * _BATCHES if processes > 1 else 1
    return [things[first::count] for first in range(count)]


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
    left, queue = os.pipe()
    os.write(queue, b"".join(place.to_bytes(_PLACE, "big") for place in range(len(tasks))))
    os.close(queue)
    others = [_begun(left, tasks, work) for _ in range(number if apart else number - 1)]
    return _gathered(left, tasks, work, others, apart)


def _has_foreign_threads() -> bool:
    """Return whether a library runs threads of its own here (V8 of the charts, DuckDB).

    They do not live on in a forked process, and what they hold when it is forked stays locked in it for ever.
    """
    try:
        return len(os.listdir("/proc/self/task")) > threading.active_count()
    except OSError:
        return False


class _Other(NamedTuple):
    """Another process: what it says when it is done with a task, and the file its answers lie in.

    A file takes any answer at once, so that neither process waits for the other to read or to write.
    """

    process: Any
    hears: "Connection"
    answers: IO[bytes]


def _begun(left: int, tasks: Sequence[T], work: Callable[[T], bytes]) -> _Other:
    from multiprocessing import get_context
    from tempfile import TemporaryFile

    forked = get_context("fork")
    answers = TemporaryFile()  # noqa: SIM115 - it is closed where the process has ended
    hears, says = forked.Pipe(duplex=False)
    process = forked.Process(target=_tell, args=(left, tasks, work, says, answers), daemon=True)
    process.start()
    says.close()
    return _Other(process, hears, answers)


def _tell(left: int, tasks: Sequence[T], work: Callable[[T], bytes], says: "Connection", answers: IO[bytes]) -> None:
    """Do one task after another for as long as any is left, and say of each where its answer lies."""
    try:
        while place := os.read(left, _PLACE):
            answer = work(tasks[int.from_bytes(place, "big")])
            begins = answers.tell()
            answers.write(answer)
            answers.flush()
            says.send((int.from_bytes(place, "big"), begins, len(answer)))
    except BaseException:
        os._exit(1)


def _gathered(
    left: int, tasks: Sequence[T], work: Callable[[T], bytes], others: list[_Other], apart: bool
) -> Iterator[bytes]:
    """Yield the answers in the order of the tasks, each as soon as it is there, doing tasks here meanwhile."""
    done: dict[int, bytes] = {}
    try:
        for wanted, task in enumerate(tasks):
            while wanted not in done and not apart and (place := os.read(left, _PLACE)):
                done[int.from_bytes(place, "big")] = work(tasks[int.from_bytes(place, "big")])
                _listen(others, done, 0)
            while wanted not in done and others:
                _listen(others, done, None)
            yield done.pop(wanted) if wanted in done else work(task)
    except BaseException:
        for other in others:
            other.process.kill()
        raise
    finally:
        os.close(left)
        for other in others:
            _ended(other)


def _listen(others: list[_Other], done: dict[int, bytes], seconds: float | None) -> None:
    """Take the answers that are there, waiting so long for the first one; whoever says no more is gone."""
    from multiprocessing.connection import wait

    ready = wait([other.hears for other in others], seconds)
    for other in [other for other in others if other.hears in ready]:
        try:
            place, begins, size = other.hears.recv()
            done[place] = os.pread(other.answers.fileno(), size, begins)
        except EOFError:
            others.remove(other)
            _ended(other)


def _ended(other: _Other) -> None:
    """Wait for a process that has nothing left to do."""
    other.process.join()
    other.hears.close()
    other.answers.close()


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
