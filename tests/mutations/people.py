"""TEA and TAL: who is in the groups, and the pool they come from."""

from collections.abc import Iterator
from datetime import date

from tests.mutations.town import Changes, Json, Town, first

from inspection.model.rounds import Member, Round

MEMBER = "member"


class _Seat:
    """A member's seat in a free group of a round that is over: no formation asks for anybody in particular."""

    def __init__(self, round_: Round, place: int, row: int) -> None:
        self.round, self.place, self.row = round_, place, row

    @property
    def member(self) -> Member:
        return self.round.groups[self.place].members[self.row]

    def changed(self, town: Town, **fields: object) -> Changes:
        data = town.data(self.round)
        member = data["groups"][self.place]["members"][self.row]
        member.update(fields)
        return {self.round.path: data}


def _seats(town: Town, role: str = MEMBER) -> Iterator[_Seat]:
    for round_ in town.ledger.rounds.values():
        for place, group in enumerate(round_.groups):
            for row, member in enumerate(group.members):
                if round_.onsite.to < town.today and group.formation == "free" and member.role == role:
                    yield _Seat(round_, place, row)


def _seat_without(town: Town, field: str, inner: str = "") -> Changes:
    """Return a round in which one member's field, or a part of it, is left out."""
    seat = first(_seats(town))
    data = town.data(seat.round)
    member: Json = data["groups"][seat.place]["members"][seat.row]
    del (member[field] if inner else member)[inner or field]
    return {seat.round.path: data}


def discipline_cadres_sent_home(town: Town) -> Changes:
    """The liaison officers and members of the discipline system leave a round that visited communities."""
    for round_ in town.ledger.rounds.values():
        visited = [unit for name, unit in town.ledger.inspections if name == round_.id]
        communities = any(town.ledger.units[unit].kind == "community" for unit in visited)
        if communities and round_.onsite.to < town.today and all(one.formation == "free" for one in round_.groups):
            data = town.data(round_)
            for group in data["groups"]:
                group["members"] = [one for one in group["members"] if not _spare(town, one)]
            if _cadres(town, data) < town.context.policy.staffing.discipline_cadres:
                return {round_.path: data}
    return first(())


def _cadres(town: Town, round_: Json) -> int:
    people = {one["person"] for group in round_["groups"] for one in group["members"]}
    return sum(town.ledger.people[one].system == "discipline" for one in people)


def _spare(town: Town, member: Json) -> bool:
    system = town.ledger.people[member["person"]].system
    return system == "discipline" and member["role"] not in ("leader", "deputy")


def no_audit_lesson(town: Town) -> Changes:
    round_ = first(
        one
        for one in town.ledger.rounds.values()
        if one.onsite.to < town.today and any(lesson.by == "audit" for lesson in one.training)
    )
    data = town.data(round_)
    data["training"] = [one for one in data["training"] if one["by"] != "audit"]
    return {round_.path: data}


def no_leader(town: Town) -> Changes:
    return first(_seats(town, "leader")).changed(town, role=MEMBER)


def free_group_called_a_formation(town: Town) -> Changes:
    seat = first(_seats(town, "leader"))
    data = town.data(seat.round)
    data["groups"][seat.place]["formation"] = "1+2+N"
    return {seat.round.path: data}


def member_of_the_inspected_unit(town: Town) -> Changes:
    seat = first(_seats(town))
    return seat.changed(town, home=seat.round.groups[seat.place].units[0])


def no_recusal_declared(town: Town) -> Changes:
    return _seat_without(town, "recusal")


def no_pledge_of_secrecy(town: Town) -> Changes:
    return _seat_without(town, "pledges", "secrecy")


def not_trained(town: Town) -> Changes:
    return _seat_without(town, "trained")


def seconded_for_one_round(town: Town) -> Changes:
    people = town.ledger.people.values()
    person = first(one for one in people if any(entry.action == "second" for entry in one.log))
    data = town.data(person)
    first(entry for entry in data["log"] if entry["action"] == "second")["rounds"] = 1
    return {person.path: data}


def leader_and_member_exchanged(town: Town) -> Changes:
    """A member who never entered the leader pool leads, and the leader is a member."""
    for seat in _seats(town):
        log = town.ledger.people[seat.member.person].log
        if not any(entry.pool == "leader" for entry in log if entry.action == "admit"):
            data = town.data(seat.round)
            members = data["groups"][seat.place]["members"]
            first(one for one in members if one["role"] == "leader")["role"] = MEMBER
            members[seat.row]["role"] = "leader"
            return {seat.round.path: data}
    return first(())


def eliminated_person_serves(town: Town) -> Changes:
    gone = _eliminated(town)
    for seat in _seats(town):
        ordinary = town.ledger.people[seat.member.person].system not in ("discipline", "audit")
        person = next((name for name, day in gone.items() if day < seat.round.onsite.from_), None)
        if ordinary and person is not None:
            return seat.changed(town, person=person)
    return first(())


def nobody_eliminated(town: Town) -> Changes:
    """Those eliminated leave for another reason, and the policy no longer sets the rule aside."""
    changes: Changes = {}
    for policy in town.ledger.policies:
        data = town.data(policy)
        if data.get("rules", {}).pop("TAL04", None):
            changes[policy.path] = data
    for name in _eliminated(town):
        person = town.data(town.ledger.people[name])
        for entry in person["log"]:
            entry.update({"reason": "rotation"} if entry.get("reason") == "eliminated" else {})
        changes[town.ledger.people[name].path] = person
    return changes


def _eliminated(town: Town) -> dict[str, date]:
    return {
        person.id: entry.date
        for person in town.ledger.people.values()
        for entry in person.log
        if entry.reason == "eliminated"
    }
