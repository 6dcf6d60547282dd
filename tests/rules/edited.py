"""The base ledger of the cases with some of its files put otherwise."""

from collections.abc import Mapping
from functools import cache

from tests.cases.cases import BASE, SCHEMAS

from inspection.model.ledger import Ledger
from inspection.read.files import File, content_id
from inspection.read.folder import WorkingTree
from inspection.read.loader import load
from inspection.read.schema import Schemas

P1, P2, P4 = (f"problems/R13-02/R13-02-000{number}.yaml" for number in (1, 2, 4))
QINGLAN, LANPU = "rounds/R13-02/qinglan-community.yaml", "rounds/R13-01/lanpu.yaml"
LETTER, PERSON = "letters/2024/L2024-002.yaml", "people/T-0001.yaml"
POLICY, DISTRICT, UNIT = "policy/2021-09-28.yaml", "district.yaml", "units/qinglan-community.yaml"


class _Held:
    shareable = True

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = dict(sorted(files.items()))

    def files(self):
        return (File(path, content_id(data), data) for path, data in self._files.items())

    def opened(self, file: File) -> File:
        return file

    def read(self, path: str) -> bytes:
        return self._files.get(path, b"")


@cache
def _texts() -> dict[str, str]:
    tree = WorkingTree(BASE / "ledger")
    return {file.path: tree.read(file.path).decode() for file in tree.files()}


@cache
def _schemas() -> Schemas:
    return Schemas.in_folder(SCHEMAS)


def text_of(path: str) -> str:
    return _texts()[path]


def edited(
    *edits: tuple[str, str, str], more: Mapping[str, str] | None = None, without: tuple[str, ...] = ()
) -> Ledger:
    """The ledger after edits (path, old text, new text; an old text of nothing appends), files added, files removed."""
    texts = {path: text for path, text in _texts().items() if path not in without} | dict(more or {})
    for path, old, new in edits:
        assert old in texts[path], (path, old)
        texts[path] = texts[path].replace(old, new, 1) if old else texts[path] + new
    loaded = load(_Held({path: text.encode() for path, text in texts.items()}), _schemas())
    assert loaded.findings == ()
    return loaded.ledger
