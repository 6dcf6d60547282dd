"""`inspection notice`: the notice of an inspection on paper, from what the public may know."""

from pathlib import Path

import click

from inspection.cli.paperwork import deliver, known, paper_options
from inspection.cli.progress import tell
from inspection.cli.session import SCHEMAS, Options, Session, open_session
from inspection.derive.policies import policy_on
from inspection.errors import CannotRunError
from inspection.labelling import load as load_labels
from inspection.model.ledger import Ledger
from inspection.office.documents.notice import notice_paper
from inspection.office.documents.publishing import as_published, awaiting
from inspection.publish.view import public_view


@click.command("notice")
@click.argument("round_", metavar="ROUND")
@click.argument("unit", metavar="UNIT")
@paper_options
def notice_command(options: Options, round_: str, unit: str, out: Path | None, form: str) -> int:
    """生成一个单位的整改进展情况通报，只含获准公开的内容。Make the notice of one inspection, public texts only.

    已批准、还没有公开的，按当天公开生成。An approved one that is not out yet is made as if it came out today.
    """
    session = open_session(options)
    ledger = _ledger(session, round_, unit)
    view = public_view(ledger, session.today, session.revision())
    made = next((one for one in view.notices if (one.round, one.unit) == (round_, unit)), None)
    if made is None:
        raise CannotRunError(
            f"{round_}/{unit} 没有可以公开的通报：要已反馈、经批准、没有撤回，"
            f"而且批准的正是现在的公开文字（digest 相符）；"
            f"请运行 inspection check ledger/rounds/{round_}/{unit}.yaml 看缺什么",
            f"{round_}/{unit} has no notice that may be public: "
            "it needs feedback and an approval, not taken back, of just these texts; "
            f"see inspection check ledger/rounds/{round_}/{unit}.yaml",
        )
    labels = load_labels(SCHEMAS).with_local(policy_on(ledger, session.today).labels)
    return deliver(session, notice_paper(view, made, labels), out, form)


def _ledger(session: Session, round_: str, unit: str) -> Ledger:
    """Return the ledger; where a publication was approved and is not out, as if it came out today."""
    ledger = session.judged()
    inspection = known(ledger.inspections, (round_, unit), "巡察单位", "inspection")
    waits = awaiting(inspection, session.today)
    if waits is None:
        return ledger
    tell(
        "已批准，还没有公开：按今天公开生成", "approved and not out yet: made as if it came out today", session.language
    )
    return as_published(ledger, inspection, waits, session.today)
