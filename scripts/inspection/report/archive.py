"""An archive held against the ledger, as text."""

from collections.abc import Iterator, Sequence
from typing import Protocol


class Document(Protocol):
    """A document the ledger names; see `inspection.derive.archive.Cited`."""

    @property
    def name(self) -> str:
        """Whose evidence it is."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def kept_at(self) -> str | None:
        """Where it is kept."""


class Archive(Protocol):
    """What came out; see `inspection.derive.archive.Compared`."""

    @property
    def kept(self) -> Sequence[Document]:
        """Cited, and there."""

    @property
    def missing(self) -> Sequence[Document]:
        """Cited, and not there."""

    @property
    def changed(self) -> Sequence[tuple[Document, str]]:
        """Cited, and a file of its name holds something else."""

    @property
    def unpinned(self) -> Sequence[Document]:
        """Cited without a digest."""

    @property
    def uncited(self) -> Sequence[str]:
        """Files nobody cites."""


def archive_text(made: Archive, language: str, unread: Sequence[str] = ()) -> Iterator[str]:
    """Yield what is wrong, the worst first, with what to do, and the counts last.

    Args:
        made: What came out.
        language: `zh` or `en`.
        unread: Records that could not be read, so that nobody knows what they cite.
    """
    zh = language == "zh"
    for one, path in made.changed:
        yield f"被改动 {one.name}《{one.title}》：{path}" if zh else f"changed {one.name} ({one.title}): {path}"
    for one in made.missing:
        where = (f"，登记存放于{one.kept_at}" if zh else f", said to be kept at {one.kept_at}") if one.kept_at else ""
        yield f"缺失 {one.name}《{one.title}》{where}" if zh else f"missing {one.name} ({one.title}){where}"
    for path in made.uncited:
        yield f"未引用 {path}" if zh else f"never cited {path}"
    if made.changed or made.missing:
        yield (
            "被改动的，找回登记时的原件；确需替换的，另加一份佐证并写明原因，原来的条目保留。"
            if zh
            else "Find the file that was recorded; if another must stand, cite it as further evidence and keep the old."
        )
    for path in unread:
        yield f"记录读不了，没有核对：{path}；先运行 inspection check" if zh else f"unreadable, see `check`: {path}"
    counts = [len(one) for one in (made.kept, made.changed, made.missing, made.unpinned, made.uncited)]
    yield (
        "相符 {} 份，被改动 {} 份，缺失 {} 份，未登记 SHA-256 的 {} 份，未引用的文件 {} 个"
        if zh
        else "{} as recorded, {} changed, {} missing, {} cited without SHA-256, {} files never cited"
    ).format(*counts)
