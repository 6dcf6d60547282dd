import re
from pathlib import PurePosixPath

import pytest
from tests.house.tree import HOME, text_of, tracked

# Each pattern has a class of one letter in it, so that it does not find itself.
FORBIDDEN = {
    "a package registry": r"[p]ypi\.org|[p]ythonhosted\.org|[r]egistry\.npmjs|--(extra-)?[i]ndex-url|[f]ind-links\b",
    "a place of one machine": r"(?<![\w.])/([w]ork|[f]arm|[r]oot|[h]ome|[U]sers|[t]mp)/|[s]hared/(design|sources)",
    "who or what wrote it": r"(?i)\b([c]laude|[c]hatgpt|[c]opilot|[s]ub-?agents?|[l]anguage model)\b",
}
BUILT = re.compile(
    r"^(build|private|\.venv|\.cache)/|(^|/)(__pycache__|vendor|node_modules)/|\.egg-info/|\.pyc$|uv\.lock$"
)
LONGEST_LINE_OF_A_SCRIPT = 400


def is_text(path):
    return PurePosixPath(path).suffix not in {".png", ".woff2", ".ico", ".docx"} and "/corpus/" not in path


@pytest.mark.parametrize("meaning", FORBIDDEN)
def test_no_file_names(meaning):
    pattern = re.compile(FORBIDDEN[meaning])
    named = [
        f"{path}:{number}: {found.group()}"
        for path in tracked()
        if is_text(path)
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if (found := pattern.search(line))
    ]

    assert named == []


def test_nothing_built_is_committed():
    assert [path for path in tracked() if BUILT.search(path)] == []


def test_scripts_and_styles_of_pages_are_written_to_be_read():
    scripts = [path for path in tracked() if path.endswith((".js", ".css"))]
    minified = [path for path in scripts if re.search(r"\.min\.(js|css)$", path)]
    dense = [
        path for path in scripts if max(map(len, text_of(path).splitlines()), default=0) > LONGEST_LINE_OF_A_SCRIPT
    ]

    assert (minified, dense) == ([], [])


def test_what_is_run_by_name_may_be_executed():
    scripts = [".ci/run", *(path for path in tracked() if path.startswith("scripts/setup/"))]

    assert [path for path in scripts if not (HOME / path).stat().st_mode & 0o100] == []


def test_the_locks_pin_every_file_by_its_hash_and_name_no_address():
    for lock in (*LOCKS, "requirements-peers.lock", "requirements-zensical.lock"):
        lines = text_of(lock).splitlines()
        pins = [number for number, line in enumerate(lines) if re.match(r"[a-z0-9]", line)]

        assert pins, lock
        assert [lines[number] for number in pins if not re.match(r"\S+==\S+ (; .* )?\\$", lines[number])] == []
        assert [lines[number] for number in pins if not lines[number + 1].startswith("    --hash=sha256:")] == []
        assert [line for line in lines if "://" in line or line.startswith("-")] == []


def test_both_locks_agree_on_what_the_program_runs_with():
    runtime, everything = (set(re.findall(r"^\S+==\S+", text_of(lock), re.M)) for lock in LOCKS)

    assert runtime - everything == set()


LOCKS = ("requirements.lock", "requirements-dev.lock")
