"""`inspection form`: the close-out form of an item, the handover list of an inspection."""

from pathlib import Path

import click

from inspection.cli.paperwork import deliver, desk_of, known, paper_options
from inspection.cli.session import Options, open_session
from inspection.errors import UsageError
from inspection.office.desk import Desk
from inspection.office.documents.closeout import closeout_paper
from inspection.office.documents.handover import handover_paper
from inspection.office.documents.paper import Paper


@click.command("form")
@click.argument("kind", type=click.Choice(["closeout", "handover"]))
@click.argument("name", metavar="ID")
@paper_options
def form_command(options: Options, kind: str, name: str, out: Path | None, form: str) -> int:
    """生成对账销号单或移交清单。Make the close-out form of an item, or the handover list of an inspection.

    closeout R13-05-0137/1（一个事项）或 R13-05-0137（一个问题的全部事项）；handover R13-05/gushan-community
    （轮次/单位）。The former takes an item or a problem, the latter an inspection: round and unit.
    """
    session = open_session(options)
    desk = desk_of(session)
    return deliver(session, _closeout(desk, name) if kind == "closeout" else _handover(desk, name), out, form)


def _closeout(desk: Desk, name: str) -> Paper:
    id_, _, number = name.partition("/")
    problem = known(desk.ledger.problems, id_, "问题", "problem")
    items = tuple(item for item in problem.items if not number or str(item.id) == number)
    if not items:
        raise UsageError(
            f"问题 {id_} 没有整改事项 {number}" if number else f"问题 {id_} 还没有整改事项，没有可以销号的",
            f"the problem {id_} has no item {number}".rstrip(),
        )
    return closeout_paper(desk, problem, items)


def _handover(desk: Desk, name: str) -> Paper:
    round_, _, unit = name.partition("/")
    return handover_paper(desk, known(desk.ledger.inspections, (round_, unit), "巡察单位", "inspection"))
