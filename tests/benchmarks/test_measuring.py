import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from benchmarks.floor import read_all
from benchmarks.measuring import Command, FailedError, Task, inspection, interleaved, run
from benchmarks.memory import peak_memory

from benchmarks import measuring

MB = 1_000_000


def python(code, folder=None):
    return Command((sys.executable, "-c", code), folder)


def noted(log, name):
    """A task whose command writes its name into a file."""
    return Task(name, (python(f"open({str(log)!r}, 'a').write({name!r})"),))


def quiet(_line):
    """Say nothing."""


def test_the_tasks_of_a_round_take_turns(tmp_path):
    log = tmp_path / "log"

    taken = interleaved([noted(log, "A"), noted(log, "B"), noted(log, "C")], 3, quiet)

    assert log.read_text(encoding="utf-8") == "ABCABCABC"
    assert {name: len(seconds) for name, seconds in taken.items()} == {"A": 3, "B": 3, "C": 3}


def test_the_times_of_a_tasks_commands_are_added_up_without_what_lies_between(monkeypatch):
    clock = iter([10.0, 11.0, 50.0, 52.0])
    monkeypatch.setattr(measuring, "perf_counter", lambda: next(clock))

    taken = interleaved([Task("both", (python(""), python("")))], 1, quiet)

    assert taken == {"both": [3.0]}


def test_a_slow_task_takes_part_in_fewer_rounds_and_another_in_all(monkeypatch):
    monkeypatch.setattr(measuring, "SLOW", 0.0)
    command = python("")

    taken = interleaved([Task("slow", (command,), slow_rounds=2), Task("ours", (command,))], 3, quiet)

    assert (len(taken["slow"]), len(taken["ours"])) == (2, 3)


def test_a_turn_is_prepared_and_put_back_even_when_its_command_fails():
    seen = []

    @contextmanager
    def around(turn):
        seen.append(f"before {turn}")
        try:
            yield
        finally:
            seen.append(f"after {turn}")

    interleaved([Task("good", (python(""),), around)], 2, quiet)
    with pytest.raises(FailedError):
        interleaved([Task("bad", (python("raise SystemExit(1)"),), around)], 1, quiet)

    assert seen == ["before 0", "after 0", "before 1", "after 1", "before 0", "after 0"]


def test_each_run_is_told():
    told = []

    taken = interleaved([Task("floor", (python(""),))], 2, told.append)["floor"]

    assert told == [f"round {turn + 1} of 2: floor {taken[turn]:.2f} s" for turn in range(2)]


def test_a_command_that_fails_stops_the_run_and_says_its_last_words():
    with pytest.raises(FailedError, match=r"ended with code 3\nlast words$"):
        run(python("import sys; print('last words', file=sys.stderr); sys.exit(3)"))


def test_a_command_that_is_not_there_is_named():
    with pytest.raises(FailedError, match=r"^no-such-program cannot be run: "):
        run(Command(("no-such-program",)))


def test_a_command_runs_in_its_folder(tmp_path):
    assert run(python("import os; print(os.getcwd())", tmp_path)).strip() == str(tmp_path.resolve())


def test_the_program_of_this_working_tree_is_measured():
    command = inspection("--help")

    where = run(command._replace(words=(sys.executable, "-c", "import inspection; print(inspection.__file__)")))

    assert Path(where.strip()).is_relative_to(Path(measuring.__file__).parents[1] / "scripts")
    assert "check" in run(command)


def holding(megabytes):
    """Code that fills so much memory and keeps it for a while."""
    return f"import time; held = b'x' * {megabytes * MB}; print(flush=True); time.sleep(0.5)"


def test_memory_is_that_of_the_largest_command():
    small, large = python(holding(1)), python(holding(60))

    assert peak_memory(Task("small", (small,))) < 50
    assert 60 < peak_memory(Task("both", (large, small))) < 110


def test_memory_is_the_sum_over_the_processes_of_a_command():
    parent = f"""if True:
        import subprocess, sys, time
        words = [sys.executable, "-c", {(holding(60) + "; input()")!r}]
        children = [subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)]
        for child in children:
            child.stdout.readline()
        time.sleep(0.5)
        for child in children:
            child.communicate(b"done\\n")
    """

    assert 120 < peak_memory(Task("two", (python(parent),))) < 220


def test_memory_of_a_command_that_fails_is_no_figure():
    with pytest.raises(FailedError, match="ended with code 1"):
        peak_memory(Task("bad", (python("raise SystemExit(1)"),)))


def test_the_floor_reads_the_yaml_files_of_all_folders_and_nothing_else(tmp_path):
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "a.yaml").write_bytes(b"12345")
    (tmp_path / "b.yaml").write_bytes(b"678")
    (tmp_path / "c.txt").write_bytes(b"90")

    assert read_all(str(tmp_path)) == 8
