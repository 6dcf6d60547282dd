"""TEA04: whether a group is formed as it says it is."""

from collections.abc import Iterator

from inspection.derive.pool import Service, by_person, pool_on, services
from inspection.derive.roles import known_roles
from inspection.derive.visited import GRASSROOTS, opened, policy_of
from inspection.finding import Severity, Words
from inspection.model.policy import Formation
from inspection.model.rounds import Group, Member, Round
from inspection.model.units import Person
from inspection.rules.framework import Context, Sighting, rule, see

EXPERTS = frozenset({"specialist", "auditor"})
Served = dict[str, list[Service]]


@rule("TEA04", Severity.WARNING, practice="S3 S4")
def not_formed_as_named(context: Context) -> Iterator[Sighting]:
    """A group is not formed as the policy defines its formation; a 1+2+N is led by a discipline cadre of the township.

    Why: a formation says who is there. Its numbers are the least the policy of the announcement asks; a specialist is a
    member with a `specialty` or in the specialists' or auditors' pool who neither leads nor comes from a village.

    Instead: complete the group, or name the formation it has.

    巡察组的组成不符合政策对这种编组方式的规定；「1+2+N」应由所属镇街的纪检干部领队。

    为什么：编组方式说明组里该有哪些人。人数是下限，以公告之日的政策为准；业务骨干指写明专长或在专员库、协审人才库的成员。

    怎么改：补齐人员，或按实际改写编组方式。
    """
    served = by_person(services(context.head.rounds.values()))
    for round_ in context.head.rounds.values():
        if round_.onsite.from_ > context.today:
            continue
        formations = policy_of(context.head, round_).formations
        for place, group in enumerate(round_.groups):
            formation = formations.get(group.formation)
            for wrong in _wrong(context, round_, group, formation, served) if formation is not None else ():
                yield see(
                    round_,
                    f"/groups/{place}/formation",
                    zh=f"轮次 {round_.id} 组 {group.id} 的编组方式是「{group.formation}」，{wrong.zh}",
                    en=f"{round_.id}: group {group.id} is a {group.formation}: {wrong.en}",
                )


def _wrong(context: Context, round_: Round, group: Group, asked: Formation, served: Served) -> Iterator[Words]:
    members = {member.person: member for member in group.members}.values()
    known = [(member, context.head.people.get(member.person)) for member in members]
    counts = {
        "standing_groups": sum(one.standing for one in round_.groups),
        "specialists": sum(_expert(context, round_, pair, served) for pair in known),
        "village_members": sum(_from_grassroots(context, member) for member, _ in known),
        "discipline": sum(person is None or person.system == "discipline" for _, person in known),
        "homes": len({member.home for member, _ in known}),
    }
    for name, number in counts.items():
        least = getattr(asked, name)
        if least is not None and number < least:
            word = _COUNTED[name]
            zh = f"{word.zh} {number}，政策规定至少 {least}"
            yield Words(zh, f"{word.en} {number}, the policy asks for {least}")
    if asked.leader is not None and not any(_of_the_township(context, round_, group, pair) for pair in known):
        yield Words("领队不是所属镇街的纪检干部", "the leader is no discipline cadre of the township")


def _of_the_township(context: Context, round_: Round, group: Group, pair: tuple[Member, Person | None]) -> bool:
    """Return whether a member leads and is a discipline cadre of the township: the one above, or the organizer."""
    member, person = pair
    if member.role != "leader" or (person is not None and person.system != "discipline"):
        return False
    units = context.head.units
    towns = {units[unit].parent for unit in group.units if unit in units}
    towns.add(known_roles(context.head, None).unit_behind(round_.organizer))
    home = units.get(member.home)
    return home is None or home.id in towns or (home.kind not in GRASSROOTS and home.parent in towns - {None})


def _expert(context: Context, round_: Round, pair: tuple[Member, Person | None], served: Served) -> bool:
    member, person = pair
    if member.role == "leader" or _from_grassroots(context, member):
        return False
    if person is None or person.specialty is not None:
        return True
    return pool_on(context.head, person, served.get(person.id, ()), opened(round_)) in EXPERTS


def _from_grassroots(context: Context, member: Member) -> bool:
    home = context.head.units.get(member.home)
    return home is not None and home.kind in GRASSROOTS


_COUNTED = {
    "standing_groups": Words("本轮常设组个数", "standing groups in the round"),
    "specialists": Words("业务骨干人数", "specialists"),
    "village_members": Words("村（社区）成员人数", "members from villages"),
    "discipline": Words("纪检干部人数", "discipline cadres"),
    "homes": Words("派出单位个数", "home units"),
}
