"""The desk of the demonstration ledger, and papers of it made into Word documents."""

import re
import zipfile
from functools import cache
from io import BytesIO

from tests.office.desks import HOME, labels

from inspection.cli.paperwork import TEMPLATES, desk_of
from inspection.cli.session import Options, open_session
from inspection.office.desk import Desk
from inspection.office.documents.closeout import closeout_paper
from inspection.office.documents.dossier import dossier_paper
from inspection.office.documents.feedback import feedback_paper
from inspection.office.documents.handover import handover_paper
from inspection.office.documents.letters import letter_paper
from inspection.office.documents.notice import notice_paper
from inspection.office.documents.paper import Paper
from inspection.office.documents.periods import half_year, whole_year
from inspection.office.documents.reports import half_year_paper, round_paper, year_paper
from inspection.office.documents.word import render
from inspection.publish.view import public_view


@cache
def demonstration() -> Desk:
    return desk_of(open_session(Options(HOME / "ledger", None, "zh")))


def document(paper: Paper) -> bytes:
    """A paper in the template that is committed."""
    template = TEMPLATES / f"{paper.template}.docx"
    return render(template.name, template.read_bytes(), paper.values)


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(package: bytes) -> str:
    """What a document says, paragraph by paragraph."""
    body = parts(package)["word/document.xml"].decode()
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", body, re.S)
    shown = ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", one)) for one in paragraphs)
    return "\n".join(shown).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&#34;", '"')


def papers_of(desk: Desk) -> dict[str, Paper]:
    """One paper or more for every template, of what the ledger holds most of."""
    ledger = desk.ledger
    view = public_view(ledger, desk.as_of)
    made = [letter_paper(desk, letter) for letter in ledger.letters.values()]
    made += [notice_paper(view, one, labels()) for one in view.notices[:1]]
    fullest = max(ledger.inspections.values(), key=lambda one: (len(one.handovers), one.round))
    made += [
        feedback_paper(desk, fullest),
        handover_paper(desk, fullest),
        dossier_paper(desk, ledger.units[fullest.unit]),
    ]
    problem = max(ledger.problems.values(), key=lambda one: sum(len(item.log) for item in one.items))
    made.append(closeout_paper(desk, problem, problem.items))
    made += [half_year_paper(desk, half_year("2024H2")), year_paper(desk, whole_year("2024"))]
    made.append(round_paper(desk, next(iter(ledger.rounds.values()))))
    return {paper.template: paper for paper in made}
