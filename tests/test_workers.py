"""Work shared out among processes: every task once, in order, whoever dies."""

import os
from multiprocessing import active_children
from pathlib import Path
from time import sleep

import pytest

from inspection import workers
from inspection.workers import shared_out

HOME = os.getpid()


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_has_foreign_threads", lambda: False)


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


@pytest.mark.usefixtures("forking")
def test_work_that_is_done_apart_is_not_done_here() -> None:
    answers = list(shared_out(range(6), lambda _: b"%d" % os.getpid(), 2, apart=True))

    assert len(answers) == 6
    assert b"%d" % HOME not in answers


@pytest.mark.usefixtures("forking")
def test_an_answer_is_told_before_the_last_task_is_begun(tmp_path: Path) -> None:
    def work(task: int) -> bytes:
        (tmp_path / str(task)).touch()
        while task > 20 and not (tmp_path / "first answer").exists():
            sleep(0.01)
        return b"%d" % task

    answers = shared_out(range(40), work, 2, apart=True)

    assert next(answers) == b"0"
    (tmp_path / "first answer").touch()
    assert list(answers) == [b"%d" % task for task in range(1, 40)]


@pytest.mark.usefixtures("forking")
def test_a_long_answer_keeps_nobody_waiting(tmp_path: Path) -> None:
    def work(task: int) -> bytes:
        (tmp_path / str(task)).touch()
        return b"%d" % task * (1 << 20)

    answers = shared_out(range(6), work, 2, apart=True)
    while len(list(tmp_path.iterdir())) < 6:
        sleep(0.01)

    assert [answer[:1] for answer in answers] == [b"0", b"1", b"2", b"3", b"4", b"5"]


@pytest.mark.usefixtures("forking")
def test_who_is_not_listened_to_any_more_is_stopped() -> None:
    answers = shared_out(range(4), lambda task: sleep(600 if task else 0) or b"", 2, apart=True)

    assert next(answers) == b""
    answers.close()

    assert active_children() == []
