"""CHK: the supervision checklists a round takes with it."""

from collections.abc import Iterator

from inspection.derive.replaced import applies, in_force, replaced_from
from inspection.derive.visited import Visits, opened, visits_by_round
from inspection.finding import Severity, Words
from inspection.model.ledger import Ledger
from inspection.model.rounds import Round
from inspection.model.units import Checklist, Unit
from inspection.rules.framework import Context, Rule, Sighting, rule, see
from inspection.workdays import limit

SUPERVISION = frozenset({"common", "individual"})
"""Kinds of checklist that say what to supervise; talks, documents and accounts have lists beside them."""


@rule("CHK01", Severity.WARNING, practice="S0")
def no_checklist_for_a_kind(context: Context) -> Iterator[Sighting]:
    """A round pins no common or individual checklist in force, on its announcement, for a kind of unit it visits.

    Why: without a checklist every group looks at something else, and what was found cannot be compared.

    Instead: pin in `checklists` one that applies to the kind and was in force on the day, or issue one.

    一轮巡察采用的清单中，没有公告之日有效、适用于所巡某类单位的共性或个性监督清单。

    为什么：没有清单，各组各看各的，发现的问题也无法比较。

    怎么改：在 `checklists` 写上当日有效、适用这类单位的清单；没有的，先制定。
    """
    replaced = replaced_from(context.head)
    for round_, visits in _begun(context):
        (pinned, unread), day = _pinned(context, round_), opened(round_)
        valid = [one for one in pinned if one.kind in SUPERVISION and in_force(one, replaced, day)]
        for unit in _kinds(context.head, visits):
            if not unread and not any(applies(one, unit) for one in valid):
                code = unit.class_ if unit.class_ in _CLASSES else unit.kind
                en = f"{unit.class_} {unit.kind}" if unit.class_ else unit.kind
                kind, who = context.word(code, Words(_LABELS[code], en)), context.called(unit.id)
                yield see(
                    round_,
                    "/checklists",
                    zh=f"轮次 {round_.id} 巡察了{who.zh}等{kind.zh}，没有采用 {day} 有效的适用清单",
                    en=f"{round_.id} visits {who.en}, {kind.en}, and pins no such checklist in force on {day}",
                )


@rule("CHK02", Severity.WARNING, practice="S0")
def collective_assets_not_looked_at(context: Context) -> Iterator[Sighting]:
    """A round visits an agricultural community without a checklist that has an aspect on collective assets.

    Why: in these communities most of what goes wrong goes wrong with collective money, assets and resources.

    Instead: pin a checklist that applies to it and has an aspect of the category `collective_assets`.

    一轮巡察了涉农社区，采用的清单里却没有三资管理（`collective_assets`）方面的内容。

    为什么：涉农社区的问题，多出在集体资金、资产、资源上。

    怎么改：采用适用于它、含有 `collective_assets` 类别方面的清单。
    """
    for round_, visits in _begun(context):
        pinned, unread = _pinned(context, round_)
        on_assets = [one for one in pinned if any(aspect.category == ASSETS for aspect in one.aspects)]
        for unit in _kinds(context.head, visits):
            agricultural = unit.kind == "community" and unit.class_ == "agricultural"
            if agricultural and not unread and not any(applies(one, unit) for one in on_assets):
                who = context.called(unit.id)
                yield see(
                    round_,
                    "/checklists",
                    zh=f"轮次 {round_.id} 巡察了涉农社区{who.zh}等，采用的清单没有三资管理方面的内容",
                    en=f"{round_.id} visits the agricultural {who.en} with no checklist aspect on collective assets",
                )


@rule("CHK03", Severity.ERROR)
def item_code_used_twice(context: Context) -> Iterator[Sighting]:
    """Two items of a checklist have the same code.

    Why: problems name the item they were found by (`checked_by`); a code that means two things means neither.

    Instead: give the second item a code of its own.

    一份清单里，两条内容用了同一个代码。

    为什么：问题用 `checked_by` 写明是对照哪一条查出来的，一个代码指两条，就说不清了。

    怎么改：给后一条另编一个代码。
    """
    for checklist in context.head.checklists.values():
        first: dict[str, str] = {}
        for place, aspect in enumerate(checklist.aspects):
            for row, item in enumerate(aspect.items):
                here = f"/aspects/{place}/items/{row}/code"
                known = first.setdefault(item.code, here)
                if known != here:
                    yield see(
                        checklist,
                        here,
                        zh=f"清单「{checklist.id}」的代码「{item.code}」重复，`{known}` 已经用了",
                        en=f"code {item.code} of {checklist.id} is used twice, first at `{known}`",
                    )


@rule("CHK04", Severity.NOTE, practice="S0")
def checklist_too_old(context: Context) -> Iterator[Sighting]:
    """A checklist in force is older than the policy's age.

    Why: what goes wrong changes from year to year, and a checklist that does not looks at last year's problems.

    Instead: issue a new edition that names the old one in `replaces`, even where little has changed.

    有效的清单，启用时间超过了政策规定的有效期。

    为什么：问题年年在变，清单不更新，查的还是往年的问题。

    怎么改：修订后发新版，在 `replaces` 写明替代哪一份；改动不大的也重新发布。
    """
    replaced, age = replaced_from(context.head), context.policy.limits.checklist_age
    for checklist in context.head.checklists.values():
        last = limit(checklist.effective, age)
        if in_force(checklist, replaced, context.today) and context.today > last:
            yield see(
                checklist,
                "/effective",
                zh=f"清单「{checklist.id}」{checklist.effective} 启用，有效期到 {last}，还没有新版替代",
                en=f"{checklist.id} is in force since {checklist.effective}; its age ({age}) ended on {last}",
            )


def _begun(context: Context) -> Iterator[tuple[Round, Visits]]:
    """Yield the rounds announced or entered by today, and the units they visit."""
    for name, visits in visits_by_round(context.head).items():
        round_ = context.head.rounds[name]
        if opened(round_) <= context.today:
            yield round_, visits


def _pinned(context: Context, round_: Round) -> tuple[list[Checklist], bool]:
    """Return the checklists a round pins, and whether one of them could not be read."""
    known = [context.head.checklists[name] for name in round_.checklists if name in context.head.checklists]
    return known, any(f"checklists/{name}.yaml" in context.broken for name in round_.checklists)


def _kinds(ledger: Ledger, visits: Visits) -> list[Unit]:
    """Return one unit, the first by id, of each kind and class among those visited."""
    units = (ledger.units[name] for name in sorted(visits) if name in ledger.units)
    first: dict[tuple[str, str | None], Unit] = {}
    for unit in units:
        first.setdefault((unit.kind, unit.class_), unit)
    return list(first.values())


ASSETS = "collective_assets"
_CLASSES = frozenset({"agricultural", "urban"})
_LABELS = {
    "agricultural": "涉农社区",
    "urban": "城市社区",
    "department": "区直部门",
    "township": "乡镇",
    "subdistrict": "街道",
    "community": "社区",
    "village": "村",
    "state_enterprise": "国有企业",
    "school": "学校",
    "hospital": "医院",
    "institution": "事业单位",
    "stock_cooperative": "社区股份公司",
    "park": "园区",
    "other": "其他单位",
}

RULES: tuple[Rule, ...] = (
    no_checklist_for_a_kind,
    collective_assets_not_looked_at,
    item_code_used_twice,
    checklist_too_old,
)
