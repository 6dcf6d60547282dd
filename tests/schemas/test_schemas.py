import re

import pytest
from jsonschema import Draft202012Validator
from tests.schemas.schema_files import KINDS, all_nodes, code_lists, properties, schemas

ANNOTATIONS = ("title", "x-title-en", "description", "x-description-en", "x-visibility")
VISIBILITIES = {"public", "gated", "month", "sums", "office"}
CHINESE = re.compile("[\u3400-\u9fff]")
RECORDS = {
    "unit", "body", "paper", "problem", "item", "checklist", "checklist_item", "common", "letter", "visit", "person",
    "round", "measure", "evidence",
}  # fmt: skip


def test_there_is_one_schema_per_kind():
    assert tuple(schemas()) == KINDS
    assert {name: schema["$id"] for name, schema in schemas().items()} == {
        name: f"{name}.schema.json" for name in KINDS
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_and_says_what_its_kind_is(kind):
    schema = schemas()[kind]

    Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {word: bool(schema.get(word)) for word in (*ANNOTATIONS[:4], "x-place")} == dict.fromkeys(
        (*ANNOTATIONS[:4], "x-place"), True
    )


def test_every_property_has_its_labels_its_help_and_who_may_see_it():
    silent = [
        f"{place}: {word}"
        for place, each in properties()
        for word in ANNOTATIONS
        if not each.get(word) and "/entry/properties/" not in each.get("$ref", "")
    ]

    assert silent == []


def test_a_correction_has_the_fields_of_the_entry_it_corrects():
    defs = schemas()["problem"]["$defs"]
    of_the_entry = [key for key in defs["entry"]["properties"] if key not in {"entry", "set", "void"}]

    assert defs["correction_set"]["properties"] == {
        key: {"$ref": f"#/$defs/entry/properties/{key}"} for key in of_the_entry
    }


def test_visibility_is_one_of_five():
    assert {each["x-visibility"] for _, each in properties() if "x-visibility" in each} == VISIBILITIES


def test_every_reference_names_a_known_kind_of_record():
    assert {each["x-ref"] for _, each in properties() if "x-ref" in each} - RECORDS == set()


def test_chinese_is_chinese_and_english_is_english():
    texts = [(place, node) for place, node in all_nodes() if isinstance(node.get("title"), str)]
    wrong = [place for place, node in texts if not CHINESE.search(node["title"]) or not said_in_english(node)]
    wrong += [place for place, each in properties() if not CHINESE.search(each.get("description", "中"))]

    assert wrong == []


def said_in_english(node):
    """张某 is the way to write a name, in either language."""
    english = (node["x-title-en"] + node.get("x-description-en", "")).replace("张某", "")
    return bool(node["x-title-en"]) and not CHINESE.search(english)


def test_chinese_sentences_have_chinese_punctuation():
    half = re.compile("[\u3400-\u9fff][,;:?!()]|[,;:?!()][\u3400-\u9fff]")
    texts = [node.get(word) for _, node in all_nodes() for word in ("title", "description")]

    assert [text for text in texts if isinstance(text, str) and half.search(text)] == []


def test_no_label_is_the_key_it_stands_for():
    keys = [
        place for place, each in properties() if place.rsplit("/", 1)[1] in (each.get("title"), each.get("x-title-en"))
    ]
    codes = [
        f"{place}: {code['const']}"
        for place, codes in code_lists().items()
        for code in codes
        if code["const"] in (code["title"], code["x-title-en"])
    ]

    assert keys + codes == []


def test_every_code_has_both_labels_and_none_stands_twice():
    for place, codes in code_lists().items():
        names = [code["const"] for code in codes]
        labels = [code["title"] for code in codes]

        assert all(code["title"] and code["x-title-en"] for code in codes), place
        assert (len(set(names)), len(set(labels))) == (len(codes), len(codes)), place


def test_an_editor_listing_codes_shows_their_labels():
    codes = [code for codes in code_lists().values() for code in codes]
    explained = [code for code in codes if "x-description-en" in code]

    assert [code["const"] for code in codes if not code["description"].startswith(code["title"])] == []
    assert [code["const"] for code in explained if not code["description"].startswith(f"{code['title']}：")] == []
    assert [code["const"] for code in codes if code not in explained and code["description"] != code["title"]] == []


def test_every_list_of_codes_has_a_name_of_its_own():
    names = [place.rsplit("/", 1)[1] for place in code_lists()]

    assert len(names) == len(set(names))
    assert {place.split("/")[1] for place in code_lists()} == {"$defs"}


def test_every_mapping_refuses_what_it_does_not_name():
    lax = [
        place
        for place, node in all_nodes()
        if node.get("type") == "object" and node.get("additionalProperties") is not False
    ]

    assert lax == []


def test_every_required_key_is_a_property():
    strangers = [
        f"{place}: {key}"
        for place, node in all_nodes()
        if node.get("type") == "object"
        for key in node.get("required", ())
        if key not in node["properties"]
    ]

    assert strangers == []


def test_patterns_hold_for_the_whole_text_and_mean_ascii():
    patterns = [node["pattern"] for _, node in all_nodes() if isinstance(node.get("pattern"), str)]
    patterns += [key for _, node in all_nodes() for key in node.get("patternProperties", {})]

    assert len(patterns) > 20
    assert [each for each in patterns if re.search(r"\\[dDwWsSbB]", each) or each[0] + each[-1] != "^$"] == []


def test_every_reference_between_schemas_leads_somewhere():
    lost = [
        f"{place}: {node['$ref']}" for place, node in all_nodes() if "$ref" in node and not found(place, node["$ref"])
    ]

    assert lost == []


def found(place, reference):
    file, _, pointer = reference.partition("#")
    target = schemas().get(file.removesuffix(".schema.json") if file else place.split("/")[0])
    for part in pointer.split("/")[1:]:
        target = (target or {}).get(part)
    return target is not None


def test_every_shared_definition_is_used():
    used = {node["$ref"].rsplit("/", 1)[1] for _, node in all_nodes() if "$ref" in node}

    assert set(schemas()["common"]["$defs"]) - used == set()


def test_local_words_may_be_for_the_codes_of_every_list():
    lists = schemas()["policy"]["$defs"]["code"]["anyOf"]

    assert [each["$ref"] for each in lists] == [
        f"common.schema.json#{place.removeprefix('common')}" for place in code_lists()
    ]


def test_a_mapping_by_codes_has_the_labels_of_the_codes():
    wrong = [
        f"{place}: {key}"
        for place, node in all_nodes()
        if node.get("x-keys") in {"unit_kind", "formation", "round_kind", "grade", "role"}
        for key, each in node["properties"].items()
        if key != "default" and each["title"] != title_of(node["x-keys"], key)
    ]

    assert wrong == []


def title_of(vocabulary, code):
    return next(each["title"] for each in schemas()["common"]["$defs"][vocabulary]["oneOf"] if each["const"] == code)


def test_every_framework_places_every_category_once():
    defs = schemas()["common"]["$defs"]
    categories = sorted(code["const"] for code in defs["category"]["oneOf"])
    placed = {
        framework["const"]: sorted(each for group in framework["x-groups"] for each in group["categories"])
        for framework in defs["framework"]["oneOf"]
    }

    assert "collective_assets" in categories
    assert placed == dict.fromkeys(
        ("three_focuses", "four_focuses", "four_implementations", "six_surroundings"), categories
    )


def test_a_framework_has_as_many_points_as_its_name_says():
    frameworks = schemas()["common"]["$defs"]["framework"]["oneOf"]

    assert {each["title"]: len(each["x-groups"]) for each in frameworks} == {
        "三个聚焦": 3,
        "四个聚焦": 4,
        "四个落实": 4,
        "六围绕一加强": 7,
    }
