"""A second reader, made of nothing of the program: PyYAML's own SafeLoader, its resolvers replaced by YAML 1.2 core."""

import re

import yaml


class Reference(yaml.SafeLoader):
    """Reads YAML 1.2 core with PyYAML's own parser; numbers with a point stay their text."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012


def _integer(_loader, node):
    text = node.value
    for prefix, base in (("0o", 8), ("0x", 16)):
        if text.startswith(prefix):
            return int(text[2:], base)
    return int(text)


def _truth(_loader, node):
    return node.value.lower() == "true"


def _mapping(loader, node):
    return {
        loader.construct_object(key, deep=True): loader.construct_object(value, deep=True) for key, value in node.value
    }


for tag, pattern in (
    ("null", r"null|Null|NULL|~|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
):
    Reference.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), None)
Reference.add_constructor("tag:yaml.org,2002:int", _integer)
Reference.add_constructor("tag:yaml.org,2002:bool", _truth)
Reference.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(data: bytes) -> object:
    """Return what the reference reads; raises whatever PyYAML raises."""
    return yaml.load(data.decode("utf-8"), Reference)
