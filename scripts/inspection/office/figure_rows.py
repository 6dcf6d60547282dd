"""Figures as a table: what the statistics say, called what the catalogue calls it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from inspection.derive.figures.catalogue import CATALOGUE
from inspection.derive.figures.catalogue_row import Row
from inspection.derive.figures.leaves import Figure, Plain, plain
from inspection.labels import Wording
from inspection.office.books import Books, own
from inspection.office.cells import Cell, Table, same

_SAID = {row.key: row for row in CATALOGUE}
_COLUMNS = (
    own("figure", "指标", "Figure"),
    own("value", "数值", "Value", number=True),
    own("formula", "算法", "Formula"),
)


def figure_table(books: Books, *keys: str) -> Table:
    """Return figures and every figure below them, as `inspection statistics` tells them.

    Args:
        books: Holds the figures.
        keys: Such as `letters` or `people.attached`; keys that are split by something else than a code list are not
            for this table.
    """
    rows = [row for key in keys for row in _rows(books, key)]
    return Table("figures", Wording("数字", "Figures"), _COLUMNS, tuple(rows))


def value_of(books: Books, key: str) -> Plain:
    """Return a figure's value, or nothing where there is none."""
    found: Plain = dict(books.plain)
    for part in key.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def count_of(books: Books, key: str) -> int:
    """Return a count; what the ledger does not say counts nothing."""
    found = value_of(books, key)
    return found if isinstance(found, int) else 0


def in_words(books: Books, *keys: str) -> list[Wording]:
    """Return figures with their labels; a rate with its n and N, one with nothing to divide by left out."""
    found = [(path, value) for key in keys for path, value in flat(key, value_of(books, key)) if value is not None]
    return [_together(name_of(books, path), _shown(books, path, value)) for path, value in found]


def _together(name: Wording, shown: Cell) -> Wording:
    zh, en = shown if isinstance(shown, Wording) else (str(shown), str(shown))
    return Wording(f"{name.zh} {zh}", f"{name.en} {en}")


def worded(books: Books, key: str, figure: Figure) -> list[Wording]:
    """Return the counts of a figure that was counted over some of the records only, each with its label.

    Splits (`by_...`) are left out: they repeat what stands beside them.

    Args:
        books: Holds the words.
        key: What the catalogue calls it.
        figure: Counts and sums.
    """
    found = []
    for path, value in flat(key, plain(figure)):
        if value and ".by_" not in path:
            found.append(_together(name_of(books, path), value if isinstance(value, int) else same(str(value))))
    return found


def _rows(books: Books, key: str) -> Iterator[tuple[Cell, ...]]:
    for path, value in flat(key, value_of(books, key)):
        said = _nearest(path)
        formula = Wording(said.formula_zh, said.formula_en) if said.formula_zh else None
        yield name_of(books, path), _shown(books, path, value), formula


def flat(key: str, value: Plain) -> Iterator[tuple[str, Plain]]:
    """Yield every leaf below a key with its path."""
    if isinstance(value, Mapping):
        for below, inner in value.items():
            yield from flat(f"{key}.{below}", inner)
    else:
        yield key, value


def said_of(path: str) -> Row:
    """Return what the catalogue says of a figure, its formula and what is not in it being those of what holds it."""
    own_ = _known(path)
    said, above = _SAID[own_], own_
    while not said.formula_zh and "." in above:
        above = above.rpartition(".")[0]
        said = _SAID[above]
    formula = {key: getattr(said, key) for key in ("formula_zh", "formula_en", "without_zh", "without_en")}
    return _SAID[own_]._replace(**formula)


def _known(path: str) -> str:
    """Return the key of the catalogue that speaks for a path, the codes in it left out."""
    known, codes = "", ""
    for part in path.split("."):
        if codes:
            known, codes = _beside(known), ""
            continue
        known = f"{known}.{part}" if known else part
        codes = _SAID[known].codes
    return known


def _nearest(path: str) -> Row:
    return _SAID.get(path) or _SAID[path.partition(".")[0]]._replace(formula_zh="", formula_en="", of=())


def _shown(books: Books, path: str, value: Plain) -> Cell:
    """Return a figure as it is shown: a count as it is, a rate with its n and N."""
    said = _nearest(path)
    if not said.of or value is None:
        return Decimal(value) if isinstance(value, str) else value if isinstance(value, int) else None
    beside = path.rpartition(".")[0]
    n, of = (value_of(books, key if "." in key else f"{beside}.{key}") for key in said.of)
    return Wording(f"{value}%（{n}/{of}）", f"{value}% ({n}/{of})")


def name_of(books: Books, path: str, *, whole: bool = False) -> Wording:
    """Return the label of a figure: its own or that of its code, after those of what it is part of.

    Args:
        books: Holds the words.
        path: Where the figure stands.
        whole: Whether its first part, the whole figure, is named too.
    """
    labels, known, codes = list[Wording](), "", ""
    for part in path.split("."):
        if codes:
            label = books.labels.codes.get(codes, {}).get(part)
            labels.append(label.label if label is not None else Wording(part, part))
            known, codes = _beside(known), ""
            continue
        known = f"{known}.{part}" if known else part
        said = _SAID[known]
        codes = said.codes
        labels += [] if part.startswith("by_") else [Wording(said.zh, said.en)]
    return _joined(labels if whole else labels[1:] or labels)


def _beside(key: str) -> str:
    """Return what the keys within a group are said of: those of `clues.by_level` repeat those of `clues`."""
    above, _, last = key.rpartition(".")
    return above if last.startswith("by_") else key


def _joined(labels: Sequence[Wording]) -> Wording:
    return Wording("·".join(one.zh for one in labels), ": ".join(one.en for one in labels))
