import json
from types import SimpleNamespace

import pytest
from tests.schemas.schema_files import KINDS

from inspection.labelling import load
from inspection.labels import Wording


@pytest.fixture(scope="module")
def labels():
    return load()


def test_a_field_is_found_by_pointer_and_by_dotted_place(labels):
    by_pointer = labels.field("problem", "/items/0/log/3/date")

    assert by_pointer == labels.field("problem", "items.log.date") == labels.field("problem", "items.0.log.3.date")
    assert (by_pointer.label, by_pointer.form) == (Wording("日期", "Date"), Wording("日期", "Day"))


def test_the_words_beside_a_reference_win_over_those_of_what_it_names(labels):
    assert labels.field("problem", "found").label == Wording("发现日期", "Found")
    assert labels.field("problem", "items.log.set.date").label == Wording("日期", "Date")


def test_a_free_key_stands_for_whatever_is_written(labels):
    assert labels.field("policy", "/labels/immediate/zh").label == Wording("中文用语", "Chinese word")
    assert labels.field("inspection", "/feedback/given/unit").label == Wording("责任单位", "The unit itself")
    assert labels.field("inspection", "/feedback/given/qinghe-town").label == Wording("单位办理日期", "Day of a unit")


@pytest.mark.parametrize("place", ["colour", "items.colour", "found.day", "items.log.set.set"])
def test_a_field_that_is_not_there_raises(labels, place):
    with pytest.raises(KeyError):
        labels.field("problem", place)


def test_a_field_tells_its_codes_what_it_names_and_whether_it_is_required(labels):
    category, partners = labels.field("problem", "category"), labels.field("problem", "items.partners")

    assert (category.vocabulary, category.required, category.listed) == ("category", True, False)
    assert (partners.ref, partners.required, partners.listed) == ("unit", False, True)


def test_a_code_has_a_label_by_vocabulary_and_by_field(labels):
    assert labels.code("round_kind", "regular") == Wording("常规巡察", "Regular inspection")
    assert labels.value("round", "kind", "regular") == labels.code("round_kind", "regular")
    assert labels.value("person", "log.pool", "leader") == Wording("组长库", "Leader pool")


def test_an_unknown_code_raises(labels):
    with pytest.raises(KeyError):
        labels.code("round_kind", "daily")


def test_statuses_have_the_words_the_public_reads(labels):
    public = {code.code: (code.public or code.label).zh for code in labels.codes["status"].values()}

    assert public == {
        "not_started": "未整改",
        "in_progress": "正在整改",
        "basically_done": "基本完成",
        "submitted": "正在整改",
        "closed": "已完成",
        "long_term": "长期坚持",
        "withdrawn": "已撤销",
    }
    assert labels.code("status", "submitted").zh == "待审核销号"
    assert labels.code("public_status", "reopened").zh == "重新整改"


@pytest.mark.parametrize(
    ("kind", "place", "visibility"),
    [
        ("district", "contact.email", "public"),
        ("unit", "name", "public"),
        ("unit", "base_reason", "office"),
        ("round", "topic", "gated"),
        ("round", "clues.results.filed.persons", "sums"),
        ("round", "activities.person_times", "sums"),
        ("round", "matters.to_clues", "office"),
        ("inspection", "reach", "public"),
        ("inspection", "feedback.date", "month"),
        ("inspection", "feedback.paper.opinions", "sums"),
        ("inspection", "evaluation.indicators.name", "sums"),
        ("inspection", "publication.society.retracted.reason", "public"),
        ("inspection", "publication.party.approved", "office"),
        ("problem", "statement", "office"),
        ("problem", "public.title", "gated"),
        ("problem", "items.due", "month"),
        ("problem", "items.outcome.institutions.title", "sums"),
        ("problem", "items.log.note", "office"),
        ("self_check", "progress.rectified", "sums"),
        ("common", "owner", "gated"),
        ("letter", "subject", "office"),
    ],
)
def test_who_may_see_a_field(labels, kind, place, visibility):
    assert labels.visibility(kind, place) == visibility


def test_an_entry_shows_its_day_only_where_something_was_verified(labels):
    seen = {place: field.actions for _, place, field in labels.fields("problem") if field.actions}
    verified = ("agree", "close", "sustain", "reopen")

    assert seen == {
        f"items.log.{way}{key}": verified for way in ("", "set.") for key in ("date", "action", "by", "how")
    }


def test_what_lies_in_a_field_of_sums_is_for_sums_alone(labels):
    inside = {
        labels.visibility(kind, place)
        for kind, place, _ in labels.fields()
        if place.startswith(("clues.", "evaluation.", "items.outcome."))
    }

    assert inside == {"sums"}


def test_every_kind_has_a_label_and_a_place(labels):
    assert tuple(labels.kinds) == KINDS
    assert labels.kinds["self_check"].label == Wording("自查情况", "Self-check")
    assert labels.kinds["self_check"].place == "ledger/common/<common>/<unit>.yaml"


def test_local_words_stand_before_the_schemas_and_leave_the_rest(labels):
    local = labels.with_local({"immediate": SimpleNamespace(zh="即知即改", en=None)})

    assert local.code("item_kind", "immediate") == Wording("即知即改", "Immediate")
    assert local.code("item_kind", "phased") == labels.code("item_kind", "phased")
    assert labels.code("item_kind", "immediate").zh == "立行立改"


def test_a_framework_tells_its_points_and_their_categories(labels):
    points = {group.label.zh: group.categories for group in labels.frameworks["four_focuses"]}

    assert points["聚焦群众身边腐败问题和不正之风"][:4] == ("integrity", "work_style", "finance", "collective_assets")


def test_another_folder_of_schemas_can_be_read(tmp_path):
    words = {"title": "记事", "x-title-en": "Note", "description": "写一句话。", "x-description-en": "A sentence."}
    schema = {
        **words,
        "x-place": "notes/*.yaml",
        "properties": {"text": {**words, "x-visibility": "office", "type": "string"}},
    }
    (tmp_path / "note.schema.json").write_text(json.dumps(schema), encoding="utf-8")

    assert [place for _, place, _ in load(tmp_path).fields()] == ["text"]


def test_a_code_no_list_has_is_called_by_itself(labels):
    assert labels.called("role", "office") == labels.code("role", "office")
    assert labels.called("role", "gushan-community") == Wording("gushan-community", "gushan-community")
