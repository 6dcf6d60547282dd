"""The peers: other programs that check files, in an environment of their own that is thrown away with the cache."""

import hashlib
import json
import re
import shutil
import sys
from pathlib import Path

from benchmarks.ledgers import commit
from benchmarks.measuring import HOME, Command, Task, Tell, run
from inspection.model.kinds import kind_at
from inspection.read.schema import Schemas

LOCK = HOME / "requirements-peers.lock"
NAMES = ("check-jsonschema", "doorstop", "yamllint")
ITEMS = 1000
"""How many items doorstop is given; its time grows faster than their number."""

_ITEM = """\
active: true
derived: false
header: ''
level: 1.{number}
links: []
normative: true
ref: ''
reviewed: null
text: |
  第{number}项：单位应在规定期限内完成整改，提交佐证材料，经有关部门审核同意后销号。
"""


def installed(cache: Path, tell: Tell) -> Path:
    """Return the folder of the peers' commands, making their environment when there is none for this lock.

    Raises:
        FailedError: It could not be made.
    """
    home = cache / f"peers-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]}"
    if not home.exists():
        tell("installing the peers")
        for old in cache.glob("peers-*"):
            shutil.rmtree(old)
        try:
            run(Command((sys.executable, "-m", "venv", str(home))))
            words = (str(home / "bin" / "python"), "--require-hashes", "-r", str(LOCK))
            run(Command((str(HOME / "scripts" / "setup" / "install.sh"), *words)))
        except BaseException:
            shutil.rmtree(home, ignore_errors=True)
            raise
    return home / "bin"


def versions() -> dict[str, str]:
    """Return the versions of the peers, as their lock has them."""
    pinned = dict(re.findall(r"^(\S+)==(\S+)", LOCK.read_text(encoding="utf-8"), re.M))
    return {name: pinned[name] for name in NAMES}


def of_a_ledger(commands: Path, cache: Path, home: Path) -> list[Task]:
    """Return the tasks of the peers that read the ledger's own files.

    check-jsonschema is called once for each kind of record, with that kind's schema. It reads a schema that is referred
    to anew each time, so it is given schemas with their references already resolved in place.
    """
    root = home / "ledger"
    by_kind: dict[str, list[str]] = {}
    for path in sorted(path.relative_to(root).as_posix() for path in root.rglob("*.yaml")):
        place = kind_at(path)
        if place is not None:
            by_kind.setdefault(place[0].name, []).append(path)
    schemas = Schemas.in_folder(HOME / "schemas")
    checks = []
    for kind, paths in by_kind.items():
        schema = cache / "schemas" / f"{kind}.schema.json"
        schema.parent.mkdir(parents=True, exist_ok=True)
        schema.write_text(json.dumps(schemas.of(kind), ensure_ascii=False), encoding="utf-8")
        checks.append(Command((str(commands / "check-jsonschema"), "--schemafile", str(schema), *paths), root))
    lint = Command((str(commands / "yamllint"), "-d", "relaxed", "."), root)
    return [Task("check-jsonschema", tuple(checks), slow_rounds=3), Task("yamllint", (lint,), slow_rounds=1)]


def of_doorstop(commands: Path, cache: Path) -> list[Task]:
    """Return the tasks of doorstop, on a document of `ITEMS` items of its own."""
    home = cache / "doorstop"
    if not home.exists():
        fresh = cache / ".doorstop"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        run(Command(("git", "-C", str(fresh), "init", "--quiet")))
        run(Command((str(commands / "doorstop"), "create", "REQ", "items", "--digits", "4"), fresh))
        for number in range(1, ITEMS + 1):
            (fresh / "items" / f"REQ{number:04}.yml").write_text(_ITEM.format(number=number), encoding="utf-8")
        run(Command((str(commands / "doorstop"), "review", "all"), fresh))
        commit(fresh, "items: Everything")
        fresh.rename(home)
    program = str(commands / "doorstop")
    return [
        Task("doorstop", (Command((program,), home),)),
        Task("doorstop --no-reformat", (Command((program, "--no-reformat"), home),)),
    ]
