"""What a schema refuses, in our own words: never the validator's, and never a value that may be private."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from inspection.finding import Words
from inspection.read.days import mended_day, mended_month
from inspection.read.fault import Fault, named, pointer, quotable
from inspection.read.suggest import codes_of, keys_of, label_of, nearest
from inspection.read.text import MOST_FAULTS

Json = dict[str, Any]
Sentence = tuple[str, Words, Words]


class Refusal(NamedTuple):
    """One keyword of a schema that a value does not satisfy.

    Attributes:
        keyword: Such as `type` or `pattern`.
        path: Where the value stands.
        value: The value.
        schema: The schema that holds the keyword, references resolved.
        key: For `required` the missing key, for `additionalProperties` the one too many.
    """

    keyword: str
    path: tuple[str | int, ...]
    value: Any
    schema: Json
    key: str = ""


def faults_of(refusals: Iterable[Refusal]) -> tuple[Fault, ...]:
    """Return one fault per fact, in the order of the pointers' first appearance.

    Of several refusals of one value the first by weight speaks; a key that is missing because it is misspelt is
    one fact, told where the misspelt key stands.
    """
    ordered = sorted(refusals, key=lambda refusal: _WEIGHTS.get(refusal.keyword, len(_WEIGHTS)))
    told: dict[tuple[str, str], Fault] = {}
    meant: set[tuple[str, str]] = set()
    for refusal in ordered:
        place = _pointer(refusal.path)
        if refusal.keyword == "additionalProperties":
            option = nearest(refusal.key, _free_keys(refusal))
            if option:
                meant.add((place.rpartition("/")[0], option.word))
        missing = refusal.key if refusal.keyword == "required" else ""
        if (place, missing) in told or (missing and (place, missing) in meant):
            continue
        code, message, mend = _sentence(refusal)
        told[place, missing] = Fault(code, message, mend, pointer=place)
    return tuple(list(told.values())[:MOST_FAULTS])


def _pointer(path: tuple[str | int, ...]) -> str:
    place = ""
    for part in path:
        place = pointer(place, part)
    return place


def _sentence(refusal: Refusal) -> Sentence:
    if refusal.keyword != "additionalProperties" and refusal.value is None:
        name = _name(refusal)
        return "SCH01", Words(f"{name.zh}没有值", f"{name.en} has no value"), _NOTHING
    return _SENTENCES.get(refusal.keyword, _form)(refusal)


def _name(refusal: Refusal) -> Words:
    keys = [part for part in refusal.path if isinstance(part, str)]
    if not keys:
        return Words("记录", "the record")
    name, label = named(keys[-1]), label_of(refusal.schema)
    place = refusal.path[-1]
    if isinstance(place, int):
        return Words(f"{name.zh}第 {place + 1} 项", f"entry {place + 1} of {name.en}")
    if not label.zh:
        return name
    return Words(f"{name.zh}({label.zh})", f"{name.en} ({label.en})")


def _shown(value: Any) -> Words:
    text = quotable(value)
    return Words("", "") if text is None else Words(f":{text}", f": {text}")


def _type(refusal: Refusal) -> Sentence:
    name, value = _name(refusal), refusal.value
    wanted = refusal.schema["type"]
    kind = wanted if isinstance(wanted, str) else wanted[0]
    if kind == "string" and isinstance(value, int):
        if refusal.schema.get("format") == "date":
            return _form(refusal)
        what = Words("真假值", "a truth value") if isinstance(value, bool) else Words("数字", "a number")
        message = Words(f"{name.zh}应是文字,写成了{what.zh}", f"{name.en} must be text, not {what.en}")
        return "SCH01", message, Words("加引号", "put it in quotes")
    if kind in ("integer", "number") and isinstance(value, str) and value.isascii() and value.isdigit():
        message = Words(f"{name.zh}应是数字,写成了文字", f"{name.en} must be a number, not text")
        return "SCH01", message, Words("去掉引号", "take the quotes away")
    what, mend = _TYPES[kind]
    return "SCH01", Words(f"{name.zh}应是{what.zh}", f"{name.en} must be {what.en}"), mend


def _form(refusal: Refusal) -> Sentence:
    name, schema, shown = _name(refusal), refusal.schema, _shown(refusal.value)
    if schema.get("format") == "date":
        return _day(refusal)
    mended = mended_month(refusal.value) if label_of(schema).en.endswith("onth") else None
    examples = [str(example) for example in schema.get("examples", ())]
    help_text = label_help(schema)
    mend = Words("检查这个值", "check this value")
    if mended or examples:
        example = mended or "、".join(examples)
        mend = Words(f"写成 {example} 的形式", f"write it like {mended or ', '.join(examples)}")
    elif help_text.zh:
        mend = help_text
    return "SCH01", Words(f"{name.zh}形式不对{shown.zh}", f"{name.en} has the wrong form{shown.en}"), mend


def label_help(schema: Json) -> Words:
    """Return a schema's help sentence in both languages, empty where it lacks one."""
    zh, en = str(schema.get("description", "")), str(schema.get("x-description-en", ""))
    return Words(zh, en) if zh and en else Words("", "")


def _day(refusal: Refusal) -> Sentence:
    name, shown = _name(refusal), _shown(refusal.value)
    mended = mended_day(refusal.value)
    if mended == refusal.value:
        message = Words(f"{name.zh}:日历上没有这一天{shown.zh}", f"{name.en}: there is no such day{shown.en}")
        return "SCH01", message, Words("检查月和日", "check month and day")
    message = Words(f"{name.zh}的日期形式不对{shown.zh}", f"{name.en} is no day in the right form{shown.en}")
    return "SCH01", message, Words(f"写成 {mended or '2024-03-18'}", f"write {mended or '2024-03-18'}")


def _reserved(refusal: Refusal) -> Sentence:
    name, shown = _name(refusal), _shown(refusal.value)
    message = Words(f"{name.zh}用了保留词{shown.zh}", f"{name.en} is a reserved word{shown.en}")
    return "SCH01", message, Words("写单位或文件的编号", "write the id of a record")


def _length(refusal: Refusal) -> Sentence:
    name = _name(refusal)
    if not refusal.value:
        message = Words(f"{name.zh}是空的", f"{name.en} is empty")
        return "SCH01", message, Words("写上内容,或删去这个键", "write something, or leave the key out")
    message = Words(f"{name.zh}的长短或个数不对", f"{name.en} has the wrong length")
    return "SCH01", message, Words("检查长短和个数", "check how long it is or how many entries it has")


def _range(refusal: Refusal) -> Sentence:
    name, shown = _name(refusal), _shown(refusal.value)
    low, high = refusal.schema.get("minimum"), refusal.schema.get("maximum")
    least = Words(f"不小于 {low}", f"at least {low}")
    most = Words(f"不大于 {high}", f"at most {high}")
    bounds = [words for words, bound in ((least, low), (most, high)) if bound is not None]
    mend = Words(",".join(words.zh for words in bounds), ", ".join(words.en for words in bounds))
    return "SCH01", Words(f"{name.zh}超出范围{shown.zh}", f"{name.en} is out of range{shown.en}"), mend


def _missing(refusal: Refusal) -> Sentence:
    label = label_of(refusal.schema.get("properties", {}).get(refusal.key, {}))
    name = named(refusal.key)
    message = Words(
        f"缺少{name.zh}({label.zh})" if label.zh else f"缺少{name.zh}",
        f"{name.en} ({label.en}) is missing" if label.en else f"{name.en} is missing",
    )
    return "SCH02", message, Words(f"加上 {refusal.key}: …", f"add {refusal.key}: ...")


def _free_keys(refusal: Refusal) -> list[Any]:
    present = refusal.value if isinstance(refusal.value, dict) else {}
    return [option for option in keys_of(refusal.schema) if option.word not in present]


def _unknown(refusal: Refusal) -> Sentence:
    name = named(refusal.key)
    message = Words(f"没有{name.zh}" if name.zh.startswith("键") else "没有这个键", f"{name.en} is unknown")
    option = nearest(refusal.key, _free_keys(refusal))
    if option:
        return "SCH03", message, Words(f"是不是 {option.shown.zh}?", f"did you mean {option.shown.en}?")
    keys = [option.word for option in keys_of(refusal.schema)]
    if not keys:
        return "SCH03", message, Words("删去,或改成规定的编号", "delete it, or write an id of the right form")
    return "SCH03", message, Words(f"这里可用:{'、'.join(keys)}", f"known here: {', '.join(keys)}")


def _code(refusal: Refusal) -> Sentence:
    name, shown = _name(refusal), _shown(refusal.value)
    if not isinstance(refusal.value, str):
        message = Words(f"{name.zh}应是编码", f"{name.en} must be a code")
    else:
        message = Words(f"{name.zh}不在编码之列{shown.zh}", f"{name.en} is not one of the codes{shown.en}")
    options = codes_of(refusal.schema)
    listed = Words("、".join(o.shown.zh for o in options), ", ".join(o.shown.en for o in options))
    mend = Words(f"可用:{listed.zh}", f"known: {listed.en}")
    option = nearest(refusal.value, options) if isinstance(refusal.value, str) else None
    if option:
        mend = Words(f"是不是 {option.shown.zh}?{mend.zh}", f"did you mean {option.shown.en}? {mend.en}")
    return "SCH04", message, mend


def _alternatives(refusal: Refusal) -> Sentence:
    return _code(refusal) if codes_of(refusal.schema) and isinstance(refusal.value, str) else _form(refusal)


_NOTHING = Words("没有值就删去这一行", "leave the key out when there is no value")
_TYPES = {
    "string": (Words("文字", "text"), Words("写成一段文字", "write text")),
    "integer": (Words("整数", "a whole number"), Words("写成阿拉伯数字,如 12", "write digits, such as 12")),
    "number": (Words("数字", "a number"), Words("写成数字,如 86400.00", "write a number, such as 86400.00")),
    "boolean": (Words("真假值", "a truth value"), Words("写 true 或 false", "write true or false")),
    "array": (Words("列表", "a list"), Words("写成 [甲, 乙],或每项一行以 - 开头", "write [a, b], or lines with -")),
    "object": (Words("「键: 值」", "keys with values"), Words("缩进写「键: 值」", "write indented lines `key: value`")),
}  # fmt: skip
_SENTENCES: dict[str, Callable[[Refusal], Sentence]] = {
    "additionalProperties": _unknown,
    "required": _missing,
    "type": _type,
    "oneOf": _code,
    "enum": _code,
    "const": _code,
    "anyOf": _alternatives,
    "pattern": _form,
    "format": _form,
    "not": _reserved,
    "minLength": _length,
    "maxLength": _length,
    "minItems": _length,
    "maxItems": _length,
    "minProperties": _length,
    "maxProperties": _length,
    "uniqueItems": _length,
    "minimum": _range,
    "maximum": _range,
}
_WEIGHTS = {keyword: weight for weight, keyword in enumerate(_SENTENCES)}
