"""TEA05 to TEA08: whether each member may serve, and was ready on the day of entry."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.roles import known_roles
from inspection.derive.visited import Visits, entry_of, visits_by_round
from inspection.finding import Severity, Words
from inspection.model.rounds import Group, Member, Round
from inspection.rules.framework import Context, Sighting, rule, see


class Place(NamedTuple):
    """A member's place in a group.

    Attributes:
        at: JSON Pointer into the round.
        entered: The day the group first enters one of its units.
        visits: The units the round visits.
    """

    round: Round
    group: Group
    member: Member
    at: str
    entered: date
    visits: Visits

    @property
    def zh(self) -> str:
        """Who it is, in Chinese."""
        return f"组 {self.group.id} 的 {self.member.person}"

    @property
    def en(self) -> str:
        """Who it is, in English."""
        return f"{self.member.person} of group {self.group.id}"


@rule("TEA05", Severity.WARNING, practice="S3 S4")
def from_the_inspected_unit(context: Context) -> Iterator[Sighting]:
    """A member comes from the inspected unit, from one below it, or from the one above unless that one organizes.

    Why: nobody inspects their own house, their superiors' or (but for a round of its own) that of those they manage.

    Instead: exchange the member for one from elsewhere, or give the unit to another group.

    成员来自被巡察单位、它的下级单位，或它的上级单位（由该上级组织的轮次除外）。

    为什么：不能自己巡自己，不能下级巡上级；上级巡自己管的单位，只能在自己组织的轮次。

    怎么改：换其他单位的人，或把单位交给别的组。
    """
    organizers = known_roles(context.head, None)
    for one in _places(context):
        bond = _bond(context, one, organizers.unit_behind(one.round.organizer))
        if bond is not None:
            home = context.called(one.member.home)
            yield see(
                one.round,
                f"{one.at}/home",
                zh=f"{one.zh} 来自{home.zh}，{bond.zh}",
                en=f"{one.en} comes from {home.en}, {bond.en}",
            )


@rule("TEA06", Severity.WARNING, practice="S3")
def recusal_not_kept(context: Context) -> Iterator[Sighting]:
    """A member has not declared recusal by entry, or serves in a unit they are recused from.

    Why: post, region and duty: each of the three can bind a judge, and only the member knows.

    Instead: record the declaration in `recusal`; move a recused member to another group.

    成员到进驻时没有申报回避，或在需要回避的单位所在组任职。

    为什么：任职、地域、公务三项回避，只有本人最清楚，要先申报。

    怎么改：在 `recusal` 补记申报情况；需要回避的，调到别的组。
    """
    for one in _places(context):
        recusal = one.member.recusal
        if recusal is None and one.entered <= context.today:
            yield see(
                one.round,
                one.at,
                zh=f"{one.zh} {one.entered} 进驻，没有申报回避（`recusal`）",
                en=f"{one.en} entered on {one.entered} without a declaration (`recusal`)",
            )
        for row, unit in enumerate(recusal.from_units if recusal is not None else ()):
            if unit in one.group.units:
                who = context.called(unit)
                yield see(
                    one.round,
                    f"{one.at}/recusal/from_units/{row}",
                    zh=f"{one.zh} 需回避{who.zh}，该组却负责这个单位",
                    en=f"{one.en} is recused from {who.en}, which the group inspects",
                )


@rule("TEA07", Severity.WARNING, practice="S3")
def pledge_missing_or_late(context: Context) -> Iterator[Sighting]:
    """A member's pledge of discipline or of secrecy is missing, or was signed after entry.

    Why: what is promised after the fact protects nobody. A pledge signed on the day of entry is in time.

    Instead: record the day in `pledges`; one that was signed late is acknowledged with the reason.

    成员的工作纪律承诺书或保密承诺书没有签，或进驻之后才签。

    为什么：事后再承诺，就起不到约束作用。进驻当天签的算及时。

    怎么改：在 `pledges` 补记日期；确实签晚了的，在记录里承认并写明理由。
    """
    for one in _places(context):
        for pledge, name in _PLEDGES.items():
            signed: date | None = getattr(one.member.pledges, pledge, None)
            yield from _late(context, one, f"/pledges/{pledge}", signed, name)


@rule("TEA08", Severity.WARNING, practice="S3")
def not_trained_before_entry(context: Context) -> Iterator[Sighting]:
    """A member was not trained before entry.

    Why: no inspection without training (凡巡必训): who does not know the rules breaks them. The day of entry counts.

    Instead: record the day in `trained`; who was trained late is acknowledged with the reason.

    成员进驻之前没有参加培训。

    为什么：凡巡必训，不懂规矩就容易破规矩。进驻当天培训的算及时。

    怎么改：在 `trained` 补记日期；确实训晚了的，在记录里承认并写明理由。
    """
    for one in _places(context):
        yield from _late(context, one, "/trained", one.member.trained, Words("巡前培训", "training"))


def _late(context: Context, one: Place, field: str, day: date | None, what: Words) -> Iterator[Sighting]:
    """Yield what a member should have had by entry and had not."""
    if day is None and one.entered <= context.today:
        yield see(
            one.round,
            f"{one.at}{field}",
            zh=f"{one.zh} {one.entered} 进驻，没有{what.zh}日期（`{field.rpartition('/')[2]}`）",
            en=f"{one.en} entered on {one.entered} with no day of {what.en} (`{field.rpartition('/')[2]}`)",
        )
    elif day is not None and day > one.entered:
        yield see(
            one.round,
            f"{one.at}{field}",
            zh=f"{one.zh} {one.entered} 进驻，{what.zh}日期是 {day}",
            en=f"{one.en} entered on {one.entered}; the day of {what.en} is {day}",
        )


def _places(context: Context) -> Iterator[Place]:
    for name, visits in visits_by_round(context.head).items():
        round_ = context.head.rounds[name]
        for place, group in enumerate(round_.groups):
            entered = entry_of(round_, group, visits)
            for row, member in enumerate(group.members):
                yield Place(round_, group, member, f"/groups/{place}/members/{row}", entered, visits)


def _bond(context: Context, one: Place, organizer: str | None) -> Words | None:
    """Return how a member's home is bound to a unit of the group, or nothing where it is not."""
    units = context.head.units
    home = units.get(one.member.home)
    above = home.parent if home is not None else None
    for unit in one.group.units:
        if unit not in one.visits:
            continue
        if unit == one.member.home:
            return Words("正是该组巡察的单位", "which the group inspects")
        who = context.called(unit)
        if unit == above:
            return Words(f"是该组所巡{who.zh}的下级", f"which stands below {who.en}, inspected by the group")
        parent = units[unit].parent if unit in units else None
        if parent == one.member.home and parent != organizer:
            zh = f"是该组所巡{who.zh}的上级，本轮不由它组织"
            return Words(zh, f"which stands above {who.en}, inspected by the group, and does not organize the round")
    return None


_PLEDGES = {
    "discipline": Words("工作纪律承诺书", "the pledge of discipline"),
    "secrecy": Words("保密承诺书", "the pledge of secrecy"),
}
