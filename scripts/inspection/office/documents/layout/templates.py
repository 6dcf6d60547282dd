"""Every template by its name, as one file each."""

from collections.abc import Callable, Iterator

from inspection.office.documents.layout.forms import closeout, handover
from inspection.office.documents.layout.letters import KINDS, letter
from inspection.office.documents.layout.package import package, packed
from inspection.office.documents.layout.papers import feedback, notice
from inspection.office.documents.layout.tables import dossier, half_year, report_round, year

_PAPERS: dict[str, Callable[[], str]] = {
    "notice": notice,
    "feedback": feedback,
    "form-closeout": closeout,
    "form-handover": handover,
    "dossier": dossier,
    "report-half-year": half_year,
    "report-year": year,
    "report-round": report_round,
}
_TITLES = {"form-closeout": "巡察整改对账销号单", "form-handover": "巡察整改移交清单"}
_LYING = frozenset({"form-handover", "report-round"})


def templates() -> Iterator[tuple[str, bytes]]:
    """Yield the name of each template's file and its bytes; the same bytes every time."""
    for kind in KINDS:
        yield f"letter-{kind.replace('_', '-')}.docx", packed(package(letter(kind), "{{ title }}"))
    for name, body in _PAPERS.items():
        yield f"{name}.docx", packed(package(body(), _TITLES.get(name, "{{ title }}"), landscape=name in _LYING))
