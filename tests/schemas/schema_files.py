"""The schemas as files, what stands in them, and a reference validator over them."""

import json
from functools import cache

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from inspection.labelling import SCHEMAS

KINDS = (
    "calendar", "checklist", "common", "district", "inspection", "letter", "paper", "person", "plan", "policy",
    "problem", "purges", "round", "self_check", "signers", "unit", "visit",
)  # fmt: skip
HOLDS_SCHEMAS = ("properties", "patternProperties", "$defs")


@cache
def schemas():
    return {path.name.split(".")[0]: json.loads(path.read_text("utf-8")) for path in sorted(SCHEMAS.glob("*.json"))}


def nodes(node, place=""):
    """Yield every mapping of a schema with its place."""
    if isinstance(node, dict):
        yield place, node
    for key, child in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from nodes(child, f"{place}/{key}")


def all_nodes():
    return [(f"{name}{place}", node) for name, schema in schemas().items() for place, node in nodes(schema)]


def properties():
    """Return every property's place and schema; conditions (`if`, `then`) say nothing to people."""
    return [
        (f"{place}/{key}", each)
        for place, node in all_nodes()
        for holder in HOLDS_SCHEMAS[:2]
        for key, each in node.get(holder, {}).items()
        if isinstance(each, dict) and not place.endswith(("/if", "/then", *HOLDS_SCHEMAS))
    ]


def code_lists():
    return {
        place: [each for each in node["oneOf"] if "const" in each] for place, node in all_nodes() if "oneOf" in node
    }


@cache
def registry():
    contents = {each["$id"]: Resource.from_contents(each) for each in schemas().values()}
    return Registry().with_resources(contents.items())


def complaints(kind, record):
    """Return where a record breaks its schema, as (pointer, keyword)."""
    validator = Draft202012Validator(schemas()[kind], registry=registry(), format_checker=FormatChecker())
    return sorted(("/" + "/".join(map(str, e.absolute_path)), e.validator) for e in validator.iter_errors(record))
