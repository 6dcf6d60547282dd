"""TAL: the talent pool the people come from, and who has left it."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.policies import policy_on
from inspection.derive.pool import Service, by_person, pool_on, services
from inspection.derive.visited import opened, policy_of
from inspection.finding import Severity
from inspection.model.policy import Policy
from inspection.model.rounds import Member, Round
from inspection.model.units import Person, PersonEntry
from inspection.rules.framework import Context, Rule, Sighting, rule, see


@rule("TAL01", Severity.WARNING, practice="S0")
def seconded_too_briefly(context: Context) -> Iterator[Sighting]:
    """Somebody is seconded for fewer rounds than the policy asks.

    Why: the first round is for learning; whoever leaves after it takes the lesson along. The policy is that of the
    announcement of the first round served under the secondment, before one that of the secondment itself.

    Instead: prolong the secondment and correct `rounds`; if it was so decided, acknowledge it with the reason.

    抽调的轮数少于政策规定。

    为什么：第一轮边干边学，干一轮就走，等于白学。政策以抽调后参加的第一轮公告之日为准，还没有参加的以抽调之日为准。

    怎么改：延长抽调并改正 `rounds`；确系研究决定的，在记录里承认并写明理由。
    """
    served = by_person(services(context.head.rounds.values()))
    for person in context.head.people.values():
        for place, one in enumerate(person.log):
            if one.action != "second" or one.rounds is None:
                continue
            least = _policy_of_secondment(context, one, served.get(person.id, [])).pool.second_rounds
            if one.rounds < least:
                yield see(
                    person,
                    f"/log/{place}/rounds",
                    zh=f"{person.id} {one.date} 抽调 {one.rounds} 轮，政策规定至少 {least} 轮",
                    en=f"{person.id} is seconded on {one.date}: rounds {one.rounds}, the policy asks for {least}",
                )


@rule("TAL02", Severity.WARNING, practice="S1 S3")
def leader_not_in_the_pool(context: Context) -> Iterator[Sighting]:
    """The leader of a group was not in the leader pool on the day the round was announced.

    Why: who leads is chosen and vetted beforehand, not found in a hurry. A round not announced counts from its entry.

    Instead: record the `admit` to the leader pool if it was so; else acknowledge it with the reason.

    巡察组组长在公告之日不在组长库里。

    为什么：组长要事先选好、审查过，不能临时凑。没有公告的轮次按进驻之日算。

    怎么改：已经入库的，在人员记录里补记 `admit`；确实不在库的，在本轮记录里承认并写明理由。
    """
    served = by_person(services(context.head.rounds.values()))
    for round_, at, member in _places(context):
        person, day = context.head.people.get(member.person), opened(round_)
        if member.role != "leader" or person is None or day > context.today:
            continue
        pool = pool_on(context.head, person, served.get(person.id, ()), day)
        if pool != "leader":
            zh = f"在{_POOLS[pool]}" if pool is not None else "不在人才库"
            yield see(
                round_,
                f"{at}/person",
                zh=f"轮次 {round_.id} 的组长 {person.id} {day} {zh}，不在组长库",
                en=f"{person.id} leads in {round_.id} and was in {f'the {pool} pool' if pool else 'no pool'} on {day}",
            )


@rule("TAL03", Severity.WARNING, practice="S0")
def eliminated_and_serving(context: Context) -> Iterator[Sighting]:
    """Somebody who was eliminated from the pool serves again.

    Why: elimination means something only if it lasts until a decision to admit the person anew.

    Instead: exchange the member; if the person was admitted anew, record that `admit`.

    因末位淘汰出库的人员又参加巡察。

    为什么：淘汰了又用，等于没有淘汰；确需再用，要重新入库。

    怎么改：换人；已经重新入库的，在人员记录里补记 `admit`。
    """
    for round_, at, member in _places(context):
        person, entered = context.head.people.get(member.person), round_.onsite.from_
        last = _last_move(person, entered) if person is not None else None
        if person is not None and last is not None and last.reason == "eliminated":
            yield see(
                round_,
                f"{at}/person",
                zh=f"{person.id} {last.date} 因末位淘汰出库，又参加了轮次 {round_.id}（{entered} 进驻）",
                en=f"{person.id} was eliminated on {last.date} and serves in {round_.id}, entered on {entered}",
            )


@rule("TAL04", Severity.NOTE, practice="S0")
def year_without_elimination(context: Context) -> Iterator[Sighting]:
    """A year is over in which nobody was eliminated from the pool.

    Why: a pool nobody leaves fills up with names. Years are judged from the first that began with a pool on.

    Instead: record the eliminations in the log of the people (`leave`, reason `eliminated`); where the yearly
    elimination is set aside, say so in the policy's `rules` with a reason and an end date.

    一年已经过去，没有末位淘汰的记录。

    为什么：只进不出，人才库就成了名册。年初已有人才库的年份才判断。

    怎么改：在人员记录里补记（`leave`，原因 `eliminated`）；暂停淘汰的，在政策的 `rules` 里写明理由和截止日期。
    """
    entries = [entry for person in context.head.people.values() for entry in person.log]
    first = min((entry.date for entry in entries), default=date.max)
    eliminated = {entry.date.year for entry in entries if entry.action == "leave" and entry.reason == "eliminated"}
    district = context.head.district
    for place, term in enumerate(district.terms if district is not None else ()):
        for year in range(max(first.year, term.began.year), min(context.today.year, term.ends.year) + 1):
            began, over = date(year, 1, 1), date(year, 12, 31)
            judged = first < began and term.began <= over <= term.ends and over < context.today
            if district is not None and judged and year not in eliminated:
                yield see(
                    district,
                    f"/terms/{place}",
                    zh=f"{year} 年没有人才库末位淘汰的记录",
                    en=f"nobody was eliminated from the talent pool in {year}",
                )


def _policy_of_secondment(context: Context, one: PersonEntry, served: list[Service]) -> Policy:
    rounds = [service.round for service in served if service.round.onsite.to >= one.date]
    if not rounds:
        return policy_on(context.head, one.date)
    return policy_of(context.head, min(rounds, key=opened))


def _places(context: Context) -> Iterator[tuple[Round, str, Member]]:
    for round_ in context.head.rounds.values():
        for place, group in enumerate(round_.groups):
            for row, member in enumerate(group.members):
                yield round_, f"/groups/{place}/members/{row}", member


def _last_move(person: Person, day: date) -> PersonEntry | None:
    moves = [entry for entry in person.log if entry.action in ("admit", "leave") and entry.date <= day]
    return max(reversed(moves), key=lambda entry: entry.date, default=None)


_POOLS = {"member": "组员库", "specialist": "专员库", "auditor": "协审人才库"}

RULES: tuple[Rule, ...] = (
    seconded_too_briefly,
    leader_not_in_the_pool,
    eliminated_and_serving,
    year_without_elimination,
)
