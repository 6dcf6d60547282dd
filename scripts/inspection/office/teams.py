"""The groups of a round: how each is formed, where it goes, and how many of its members trained and signed."""

from inspection.labels import Wording
from inspection.model.rounds import Group, Round
from inspection.office.books import Books, own
from inspection.office.cells import Cell, Ref, Table, several


def teams(books: Books, round_: Round) -> Table:
    """Return the groups of a round, with who leads each and how many of its members have done what is asked of all."""
    columns = (
        *(books.head("round", f"groups.{key}") for key in ("id", "formation", "standing", "units")),
        own("leaders", "组长", "Leaders"),
        own("members", "成员人数", "Members", number=True),
        own("trained", "已参训", "Trained", number=True),
        own("pledged", "两项承诺已签", "Both pledges signed", number=True),
    )
    note = Wording("参训、承诺只计当日及以前的。", "Training and pledges count up to the day.")
    rows = tuple(_row(books, one) for one in round_.groups)
    return Table("groups", Wording("各组", "Groups"), columns, rows, note)


def _row(books: Books, group: Group) -> tuple[Cell, ...]:
    pledges = [one.pledges for one in group.members if one.pledges is not None]
    return (
        group.id,
        books.code("formation", group.formation),
        Wording("是", "yes") if group.standing else Wording("否", "no"),
        several([books.unit(unit) for unit in group.units]),
        several([Ref("person", one.person) for one in group.members if one.role == "leader"]),
        len(group.members),
        sum(books.came(one.trained) for one in group.members),
        sum(books.came(one.discipline) and books.came(one.secrecy) for one in pledges),
    )
