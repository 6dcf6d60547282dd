"""Work shared out among processes: every task once, in order, whoever dies."""

import os
from pathlib import Path

import pytest

from inspection import workers
from inspection.workers import shared_out

HOME = os.getpid()


@pytest.mark.parametrize("processes", [None, 1, 2, 3, 50])
def test_answers_come_in_the_order_of_the_tasks(processes: int | None) -> None:
    tasks = list(range(40))

    assert list(shared_out(tasks, lambda task: b"%d" % task, processes)) == [b"%d" % task for task in tasks]


def test_no_task_is_done_twice(tmp_path: Path) -> None:
    def work(task: int) -> bytes:
        (tmp_path / str(task)).open("x").close()
        return b""

    list(shared_out(range(200), work, 2))

    assert len(list(tmp_path.iterdir())) == 200


def test_nothing_to_do_is_done_at_once() -> None:
    assert list(shared_out([], bytes, 2)) == []


def test_what_a_dying_process_has_taken_is_done_here() -> None:
    def work(task: int) -> bytes:
        if os.getpid() != HOME:
            os._exit(9)
        return b"%d" % task

    assert list(shared_out(range(6), work, 3)) == [b"%d" % task for task in range(6)]


def test_an_error_of_any_task_is_raised_here() -> None:
    def work(task: int) -> bytes:
        if task == 4:
            raise ValueError("four")
        return b""

    with pytest.raises(ValueError, match="four"):
        list(shared_out(range(6), work, 3))


def test_work_that_is_done_apart_is_not_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_has_foreign_threads", lambda: False)
    answers = list(shared_out(range(6), lambda _: b"%d" % os.getpid(), 2, apart=True))

    assert len(answers) == 6
    assert b"%d" % HOME not in answers
