"""What `inspection statistics --by` prints: the figures once more for each group."""

from collections.abc import Iterable, Sequence

from inspection.cli.local import in_local_words, local_words
from inspection.cli.session import SCHEMAS, Session, dump
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.derive.figures.leaves import plain
from inspection.derive.grouped import grouped
from inspection.derive.statistics import Statistics
from inspection.labelling import load as load_labels
from inspection.labels import Labels
from inspection.report.groups import Group, groups_csv, groups_text

_VOCABULARY = {"class": "community_class", "organizer": "role"}
"""The list the codes of a dimension come from, where it is not called like it."""


def grouped_lines(session: Session, made: Statistics, by: Sequence[str], form: str) -> Iterable[str]:
    """Return the lines of the figures of each group, in one of the forms `text`, `json` and `csv`."""
    ledger = session.judged()
    groups = [
        Group(one.group, {key: plain(figure) for key, figure in one.figures.items()})
        for one in grouped(ledger, made, by)
    ]
    if form == "csv":
        return groups_csv(groups).splitlines()
    if form == "json":
        days = {key: value for key, value in made.plain().items() if key in {"as_of", "from", "to", "revision"}}
        return [dump({**days, "by": list(by), "groups": [{"group": one.by, **one.figures} for one in groups]})]
    said, words = load_labels(SCHEMAS), local_words(ledger, made.as_of)
    labels, rows, language = said.with_local(words), in_local_words(CATALOGUE, said, words), session.language

    def word(codes: str, code: str) -> str:
        return str(getattr(labels.code(codes, code), language))

    def named(dimension: str, code: str) -> str:
        unit = ledger.units.get(code)
        if unit is not None:
            return f"{unit.name}（{code}）" if language == "zh" else code
        vocabulary = _VOCABULARY.get(dimension, dimension)
        return word(vocabulary, code) if _known(labels, vocabulary, code) else code

    return groups_text(groups, rows, language, word, named)


def _known(labels: Labels, vocabulary: str, code: str) -> bool:
    return code in labels.codes.get(vocabulary, {})
