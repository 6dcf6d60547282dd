"""PRV and PUB: what a text says, and what was published."""

from collections.abc import Iterator
from datetime import timedelta

from tests.mutations.town import Changes, Town, first

from inspection.model.inspections import Inspection
from inspection.model.problems import Problem


def _stating(town: Town, sentence: str) -> Changes:
    """Return a problem that states one sentence more."""
    one = first(town.ledger.problems.values())
    return {one.path: town.data(one) | {"statement": f"{one.statement}{sentence}\n"}}


def identity_number(town: Town) -> Changes:
    return _stating(town, "承租人身份证号110105207403180001。")


def mobile_number(town: Town) -> Changes:
    return _stating(town, "联系电话13800138000。")


def bank_card(town: Town) -> Changes:
    return _stating(town, "租金打入卡号6222022074031800009的账户。")


def classification_mark(town: Town) -> Changes:
    return _stating(town, "机密★1年。")


def personal_name(town: Town) -> Changes:
    return _stating(town, "经办人为村民王小明。")


def home_address(town: Town) -> Changes:
    return _stating(town, "张某住幸福路12号3号楼2单元501室。")


def _shown(town: Town) -> Iterator[Problem]:
    for one in town.ledger.problems.values():
        if one.disclosure is not None and one.disclosure.society == "shown" and one.public is not None:
            yield one


def public_text_that_is_the_statement(town: Town) -> Changes:
    one = first(_shown(town))
    title = one.public.title if one.public is not None else ""
    return {one.path: town.data(one) | {"names_person": True, "statement": f"{title}\n"}}


def post_one_person_holds(town: Town) -> Changes:
    """Name the post in a text that is meant for the public and not shown, so that no approval covers it."""
    one = first(
        one
        for one in town.ledger.problems.values()
        if one.disclosure is None or one.disclosure.society == "withheld"
        if town.ledger.units[one.unit].kind in {"village", "community"}
    )
    return {one.path: town.data(one) | {"public": {"number": 99, "title": "村出纳挪用集体资金"}}}


def _published(town: Town) -> Iterator[Inspection]:
    for one in town.ledger.inspections.values():
        publication = one.publication
        if publication is not None and publication.party is not None and len(publication.society) == 1:
            yield one


def approved_by_another_body(town: Town) -> Changes:
    one = first(_published(town))
    data = town.data(one)
    data["publication"]["society"][0]["by"] = "finance"
    return {one.path: data}


def withheld_for_no_reason(town: Town) -> Changes:
    one = first(
        one
        for one in town.ledger.problems.values()
        if one.disclosure is not None and one.disclosure.society == "withheld"
    )
    return {one.path: town.data(one) | {"disclosure": {"society": "withheld"}}}


def society_told_before_the_party(town: Town) -> Changes:
    one = first(_published(town))
    data = town.data(one)
    told = one.publication.society[0].published if one.publication is not None else None
    assert told is not None
    data["publication"]["party"]["published"] = (told + timedelta(days=1)).isoformat()
    return {one.path: data}
