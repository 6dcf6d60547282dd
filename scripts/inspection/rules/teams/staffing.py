"""TEA01 to TEA03: how many people a round and its groups need."""

from collections.abc import Iterator

from inspection.derive.pool import Service, by_person, pool_on, services
from inspection.derive.roles import known_roles
from inspection.derive.visited import GRASSROOTS, opened, policy_of, visits_by_round
from inspection.finding import Severity
from inspection.model.rounds import Round
from inspection.rules.framework import Context, Sighting, rule, see


@rule("TEA01", Severity.WARNING, practice="S0")
def too_few_discipline_cadres(context: Context) -> Iterator[Sighting]:
    """A round that visits communities or villages has fewer discipline cadres than the policy asks.

    Why: close to the people small sums and small powers are at stake; it takes those who know such cases. The policy
    is that of the announcement.

    Instead: second the missing cadres and record them in `groups`; a round that is over is acknowledged.

    巡察村、社区的轮次，纪检干部少于政策规定的人数。

    为什么：群众身边的「微腐败」，要靠懂审查的人去查。政策以公告之日为准。

    怎么改：抽调补齐，记入 `groups`；已经结束的，在记录里承认并写明理由。
    """
    for round_ in _of_communities(context):
        least = policy_of(context.head, round_).staffing.discipline_cadres
        number = sum(_unknown_or(context, one, "discipline") for one in _members(round_))
        if number < least:
            yield see(
                round_,
                "/groups",
                zh=f"轮次 {round_.id} 巡察村、社区，有纪检干部 {number} 名，政策规定至少 {least} 名",
                en=f"{round_.id} visits communities: discipline cadres {number}, the policy asks for {least}",
            )


@rule("TEA02", Severity.WARNING, practice="S0")
def audit_not_on_board(context: Context) -> Iterator[Sighting]:
    """A round that visits communities or villages has fewer auditors, or fewer lessons by the audit body, than asked.

    Why: the accounts of a village are its weakest spot, and most inspectors do not read accounts by trade. An auditor
    is of the audit system or in the auditors' pool on the day of the announcement.

    Instead: second the auditor, hold the lesson before entry, and record them in `groups` and `training`.

    巡察村、社区的轮次，审计人员或审计授课少于政策规定。

    为什么：村级账目问题多，巡察干部多数不是财务出身。审计人员指审计系统的，或公告之日在协审人才库里的。

    怎么改：抽调审计人员、进驻前安排审计授课，记入 `groups` 和 `training`。
    """
    served = by_person(services(context.head.rounds.values()))
    roles = known_roles(context.head, None)
    for round_ in _of_communities(context):
        staffing = policy_of(context.head, round_).staffing
        auditors = sum(_audits(context, round_, one, served.get(one, [])) for one in _members(round_))
        if auditors < staffing.auditors:
            yield see(
                round_,
                "/groups",
                zh=f"轮次 {round_.id} 巡察村、社区，有审计人员 {auditors} 名，政策规定至少 {staffing.auditors} 名",
                en=f"{round_.id} visits communities: auditors {auditors}, the policy asks for {staffing.auditors}",
            )
        lessons = sum(roles.among(one.by, ("audit",)) for one in round_.training)
        if lessons < staffing.audit_lessons:
            yield see(
                round_,
                "/training",
                zh=f"轮次 {round_.id} 巡察村、社区，审计授课 {lessons} 次，政策规定至少 {staffing.audit_lessons} 次",
                en=f"{round_.id} visits communities: lessons by the audit body {lessons}, the policy asks for "
                f"{staffing.audit_lessons}",
            )


@rule("TEA03", Severity.WARNING)
def not_one_leader(context: Context) -> Iterator[Sighting]:
    """A group has not exactly one leader, or its deputies are outside the policy's range.

    Why: the leader answers for what the group finds and leaves out; two leaders, or none, answer for nothing.

    Instead: correct the `role` of the members; a change of leader during the round is acknowledged with the reason.

    巡察组的组长不是一名，或副组长人数不在政策规定的范围内。

    为什么：组长负责制，发现问题、漏掉问题都由组长负责；两个组长或没有组长，就没人负责。

    怎么改：改正成员的 `role`；中途更换组长的，在记录里承认并写明理由。
    """
    for round_ in context.head.rounds.values():
        if round_.onsite.from_ > context.today:
            continue
        least, most = policy_of(context.head, round_).staffing.deputies
        for place, group in enumerate(round_.groups):
            by_role = {role: {one.person for one in group.members if one.role == role} for role in ("leader", "deputy")}
            leaders, deputies = len(by_role["leader"]), len(by_role["deputy"])
            at = f"/groups/{place}/members"
            if leaders != 1:
                zh = f"轮次 {round_.id} 组 {group.id} 有组长 {leaders} 名，应当是一名"
                yield see(round_, at, zh=zh, en=f"{round_.id}: group {group.id}: leaders {leaders}, it should be one")
            if not least <= deputies <= most:
                yield see(
                    round_,
                    at,
                    zh=f"轮次 {round_.id} 组 {group.id} 有副组长 {deputies} 名，政策规定 {least} 至 {most} 名",
                    en=f"{round_.id}: group {group.id}: deputies {deputies}, the policy asks for {least} to {most}",
                )


def _of_communities(context: Context) -> Iterator[Round]:
    """Yield the rounds that have entered by today and visit a community or a village."""
    for name, visits in visits_by_round(context.head).items():
        round_ = context.head.rounds[name]
        known = (context.head.units[unit].kind for unit in visits if unit in context.head.units)
        if round_.onsite.from_ <= context.today and any(kind in GRASSROOTS for kind in known):
            yield round_


def _members(round_: Round) -> dict[str, None]:
    """Return the people of a round, each once, in their order."""
    return dict.fromkeys(member.person for group in round_.groups for member in group.members)


def _unknown_or(context: Context, name: str, system: str) -> bool:
    """Return whether somebody is of a system; who cannot be looked up is another finding and passes here."""
    person = context.head.people.get(name)
    return person is None or person.system == system


def _audits(context: Context, round_: Round, name: str, served: list[Service]) -> bool:
    person = context.head.people.get(name)
    if person is None or person.system == "audit":
        return True
    return pool_on(context.head, person, served, opened(round_)) == "auditor"
