from datetime import date

import pytest
from msgspec.structs import replace
from tests.rules.ledgers import base, found, places, with_problems

from inspection.finding import Mark, Severity
from inspection.model.problems import Action, Entry, PublicTexts
from inspection.model.record import Acknowledgement, Correction
from inspection.report import as_json, text
from inspection.report.located import Located, summary
from inspection.rules.privacy.detect import detected
from inspection.rules.privacy.scan import scan
from inspection.rules.registry import RULES

IDENTITY = "110105207403180001"
PROBLEM = base().problems["R13-02-0001"]
TODAY = date(2024, 12, 31)


def with_entry(**fields):
    item = PROBLEM.items[0]
    entry = Entry(date=date(2024, 12, 6), action=Action.SUPERVISE, by="office", **fields)
    return replace(PROBLEM, items=(replace(item, log=(*item.log, entry)),))


def seen(record):
    return [(one.name, one.pointer, one.public) for one in scan(record)]


def test_every_free_text_is_looked_at_wherever_it_stands():
    assert seen(with_entry(note=f"证号{IDENTITY}")) == [("PRV01", "/items/0/log/7/note", False)]
    assert seen(with_entry(set={"note": f"证号{IDENTITY}"})) == [("PRV01", "/items/0/log/7/set", False)]
    assert seen(with_entry(set={"entry": int(IDENTITY)})) == [("PRV01", "/items/0/log/7/set", False)]
    assert seen(replace(PROBLEM, public=PublicTexts(number=1, title=f"证号{IDENTITY}"))) == [
        ("PRV01", "/public/title", True)
    ]


def test_a_value_of_any_form_is_pointed_to_without_the_keys_in_it():
    mended = Correction(
        date=TODAY, path="/basis", was={IDENTITY: ["旧"]}, is_=[{"a": IDENTITY}], why="误录", by="office"
    )

    assert seen(replace(PROBLEM, corrections=(mended,))) == [
        ("PRV01", "/corrections/0/was", False),
        ("PRV01", "/corrections/0/is", False),
    ]


def test_a_bare_name_in_the_place_of_a_post_is_found():
    item = replace(PROBLEM.items[0], responsible="张伟")

    assert seen(replace(PROBLEM, items=(item,))) == [("PRV06", "/items/0/responsible", False)]
    assert list(detected("张伟")) == []


def test_the_contact_may_name_the_telephone_and_the_place_of_the_office():
    district = base().district
    contact = replace(district.contact, telephone="0571-87654321", post="人民路88号3号楼2单元201室")

    assert seen(replace(district, contact=contact)) == []
    assert seen(replace(district, contact=replace(contact, post="手机13800000000"))) == [
        ("PRV02", "/contact/post", True)
    ]


def test_posts_matter_only_in_public_texts_about_villages_and_communities():
    told = replace(PROBLEM, public=PublicTexts(number=1, title="会计兼任出纳"), names_person=False)
    elsewhere = replace(told, unit="agriculture-bureau")

    assert places(found("PRV08", with_problems(told))) == [(told.path, "/public/title")]
    assert found("PRV08", with_problems(elsewhere)) == []
    assert found("PRV08", with_problems(replace(PROBLEM, statement="会计兼任出纳"))) == []


def test_names_and_addresses_weigh_more_where_the_public_reads():
    told = replace(with_entry(note="村民王小明住3号楼2单元501室"), public=PublicTexts(number=1, title="王小明同志停职"))
    weights = [
        (one.code, one.pointer, one.severity) for code in ("PRV06", "PRV07") for one in found(code, with_problems(told))
    ]

    assert weights == [
        ("PRV06", "/public/title", Severity.ERROR),
        ("PRV06", "/items/0/log/7/note", Severity.WARNING),
        ("PRV07", "/items/0/log/7/note", Severity.WARNING),
    ]


def test_an_office_text_that_names_nobody_may_be_acknowledged():
    accepted = Acknowledgement(rule="PRV06", date=TODAY, by="office", reason="是品牌名称")
    (one,) = found("PRV06", with_problems(replace(with_entry(note="对王小明批评"), acknowledged=(accepted,))))

    assert (one.severity, one.acknowledged) == (Severity.NOTE, True)


def test_a_public_text_is_held_against_the_named_statements_of_its_own_inspection():
    said = "社区会计张某将三处房产租给亲属，租金三年未缴"
    naming = replace(PROBLEM, names_person=True, statement=said)
    other = replace(
        base().problems["R13-02-0002"], unit=PROBLEM.unit, public=PublicTexts(number=2, title=said[:2] + said[6:])
    )

    assert places(found("PRV05", with_problems(naming, other))) == [(other.path, "/public/title")]
    assert found("PRV05", with_problems(replace(naming, names_person=False), other)) == []
    assert found("PRV05", with_problems(naming, replace(other, unit="wutong-village"))) == []


SECRETS = {
    "identity": IDENTITY, "mobile": "13800001234", "landline": "0571-87654321", "card": "6222022074031800009",
    "mark": "机密★10年", "name": "王小明", "address": "3号楼2单元501室", "kin": "陈奶奶",
}  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_no_output_shows_what_was_found(secret):
    told = replace(
        with_entry(note=f"村民{secret}反映，卡号{secret}"), public=PublicTexts(number=1, title=f"村民{secret}反映")
    )
    findings = [one for rule in RULES if rule.code.startswith("PRV") for one in found(rule.code, with_problems(told))]
    located = [Located(one, one.path, Mark(1, 1)) for one in findings if one.path == told.path]
    printed = "\n".join([*text.lines(located, "zh"), *text.lines(located, "en")])
    document = as_json.document(located, summary([one.finding for one in located], 1), "2024-12-31")

    assert len(located) >= 1
    assert secret not in printed + document


def test_an_ordinary_ledger_is_quiet():
    assert [seen(record) for record in base().records() if seen(record)] == []
