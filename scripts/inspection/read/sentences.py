"""What a schema refuses, in our own words: never the validator's, and never a value that may be private."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from inspection.finding import Words
from inspection.read.days import mended_day, mended_month
from inspection.read.fault import Fault, name_of, named, pointer, shown
from inspection.read.suggest import Option, codes_of, help_of, keys_of, label_of, nearest
from inspection.read.text import MOST_FAULTS

Json = dict[str, Any]
Sentence = tuple[str, Words, Words]

_EXTRA = "additionalProperties"


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
    """Return one fault per fact, the weightiest first.

    Of several refusals of one value the first by weight speaks. A key that is missing because it is misspelt is one
    fact, told where the misspelt key stands.
    """
    ordered = sorted(refusals, key=lambda refusal: _WEIGHTS.get(refusal.keyword, len(_WEIGHTS)))
    meant = _meant(ordered)
    told: dict[tuple[str, str], Fault] = {}
    for refusal in ordered:
        place = _pointer(refusal.path)
        missing = refusal.key if refusal.keyword == "required" else ""
        if (place, missing) in told or (missing and (place, missing) in meant):
            continue
        option = meant.get((place.rpartition("/")[0], refusal.key))
        code, message, mend = _unknown(refusal, option) if refusal.keyword == _EXTRA else _sentence(refusal)
        told[place, missing] = Fault(code, message, mend, pointer=place)
        if len(told) == MOST_FAULTS:
            break
    return tuple(told.values())


def _meant(refusals: list[Refusal]) -> dict[tuple[str, str], Option]:
    """Pair misspelt keys with those they stand for, by object; both ways, the missing key leading to its option too."""
    pairs: dict[tuple[str, str], Option] = {}
    for place, keys in _by_object(refusals, _EXTRA).items():
        missing = [refusal.key for refusal in _by_object(refusals, "required").get(place, ())]
        for refusal in keys[:MOST_FAULTS]:
            free = [option for option in keys_of(refusal.schema) if option.word not in refusal.value]
            option = nearest(refusal.key, free)
            if option is None and len(keys) == len(missing) == 1:
                option = next((each for each in free if each.word == missing[0]), None)
            if option:
                pairs[place, refusal.key] = pairs[place, option.word] = option
    return pairs


def _by_object(refusals: list[Refusal], keyword: str) -> dict[str, list[Refusal]]:
    found: dict[str, list[Refusal]] = {}
    for refusal in refusals:
        if refusal.keyword == keyword:
            path = refusal.path[:-1] if keyword == _EXTRA else refusal.path
            found.setdefault(_pointer(path), []).append(refusal)
    return found


def _pointer(path: tuple[str | int, ...]) -> str:
    place = ""
    for part in path:
        place = pointer(place, part)
    return place


def _sentence(refusal: Refusal) -> Sentence:
    if refusal.value is None:
        name = name_of(refusal.path, refusal.schema)
        return "SCH01", Words(f"{name.zh}没有值", f"{name.en} has no value"), _NOTHING
    return _SENTENCES.get(refusal.keyword, _form)(refusal)


def _type(refusal: Refusal) -> Sentence:
    name, value = name_of(refusal.path, refusal.schema), refusal.value
    wanted = refusal.schema["type"]
    kind = wanted if isinstance(wanted, str) else wanted[0]
    if kind == "string" and isinstance(value, int):
        if refusal.schema.get("format") == "date":
            return _form(refusal)
        what = Words("真假值", "a truth value") if isinstance(value, bool) else Words("数字", "a number")
        message = Words(f"{name.zh}应是文字，写成了{what.zh}", f"{name.en} must be text, not {what.en}")
        return "SCH01", message, Words("加引号", "put it in quotes")
    if kind in ("integer", "number") and isinstance(value, str) and value.isascii() and value.isdigit():
        message = Words(f"{name.zh}应是数字，写成了文字", f"{name.en} must be a number, not text")
        return "SCH01", message, Words("去掉引号", "take the quotes away")
    what, mend = _TYPES[kind]
    return "SCH01", Words(f"{name.zh}应是{what.zh}", f"{name.en} must be {what.en}"), mend


def _form(refusal: Refusal) -> Sentence:
    name, schema, value = name_of(refusal.path, refusal.schema), refusal.schema, shown(refusal.value)
    if schema.get("format") == "date":
        return _day(refusal)
    mended = mended_month(refusal.value) if label_of(schema).en.endswith("onth") else None
    examples = [str(example) for example in schema.get("examples", ())]
    help_text = help_of(schema)
    mend = Words("检查这个值", "check this value")
    if mended or examples:
        example = mended or "、".join(examples)
        mend = Words(f"写成 {example} 的形式", f"write it like {mended or ', '.join(examples)}")
    elif help_text.zh:
        mend = help_text
    return "SCH01", Words(f"{name.zh}形式不对{value.zh}", f"{name.en} has the wrong form{value.en}"), mend


def _day(refusal: Refusal) -> Sentence:
    name, value = name_of(refusal.path, refusal.schema), shown(refusal.value)
    mended = mended_day(refusal.value)
    if mended == refusal.value:
        message = Words(f"{name.zh}：日历上没有这一天{value.zh}", f"{name.en}: there is no such day{value.en}")
        return "SCH01", message, Words("检查月和日", "check month and day")
    message = Words(f"{name.zh}的日期形式不对{value.zh}", f"{name.en} is no day in the right form{value.en}")
    return "SCH01", message, Words(f"写成 {mended or '2024-03-18'}", f"write {mended or '2024-03-18'}")


def _reserved(refusal: Refusal) -> Sentence:
    name, value = name_of(refusal.path, refusal.schema), shown(refusal.value)
    message = Words(f"{name.zh}用了保留词{value.zh}", f"{name.en} is a reserved word{value.en}")
    return "SCH01", message, Words("写单位或文件的编号", "write the id of a record")


def _length(refusal: Refusal) -> Sentence:
    name = name_of(refusal.path, refusal.schema)
    if not refusal.value:
        message = Words(f"{name.zh}是空的", f"{name.en} is empty")
        return "SCH01", message, Words("写上内容，或删去这个字段", "write something, or leave the key out")
    message = Words(f"{name.zh}的长短或个数不对", f"{name.en} has the wrong length")
    return "SCH01", message, Words("检查长短和个数", "check how long it is or how many entries it has")


def _repeated(refusal: Refusal) -> Sentence:
    name = name_of(refusal.path, refusal.schema)
    message = Words(f"{name.zh}里有重复的项", f"{name.en} holds an entry twice")
    return "SCH01", message, Words("重复的只留一个", "keep one of them")


def _range(refusal: Refusal) -> Sentence:
    name, value = name_of(refusal.path, refusal.schema), shown(refusal.value)
    low, high = refusal.schema.get("minimum"), refusal.schema.get("maximum")
    least = Words(f"不小于 {low}", f"at least {low}")
    most = Words(f"不大于 {high}", f"at most {high}")
    bounds = [words for words, bound in ((least, low), (most, high)) if bound is not None]
    mend = Words("，".join(words.zh for words in bounds), ", ".join(words.en for words in bounds))
    return "SCH01", Words(f"{name.zh}超出范围{value.zh}", f"{name.en} is out of range{value.en}"), mend


def _missing(refusal: Refusal) -> Sentence:
    label = label_of(refusal.schema.get("properties", {}).get(refusal.key, {}))
    name = named(refusal.key)
    message = Words(
        f"缺少{name.zh}（{label.zh}）" if label.zh else f"缺少{name.zh}",
        f"{name.en} ({label.en}) is missing" if label.en else f"{name.en} is missing",
    )
    return "SCH02", message, Words(f"加上 {refusal.key}: …", f"add {refusal.key}: ...")


def _unknown(refusal: Refusal, option: Option | None) -> Sentence:
    name = named(refusal.key)
    message = Words(f"{name.zh}不在可用的字段之列", f"{name.en} is unknown")
    if option:
        return "SCH03", message, Words(f"是不是 {option.shown.zh}？", f"did you mean {option.shown.en}?")
    keys = [each.word for each in keys_of(refusal.schema)]
    if not keys:
        return "SCH03", message, Words("删去，或改成规定的编号", "delete it, or write an id of the right form")
    return "SCH03", message, Words(f"这里可用：{'、'.join(keys)}", f"known here: {', '.join(keys)}")


def _code(refusal: Refusal) -> Sentence:
    name, value = name_of(refusal.path, refusal.schema), shown(refusal.value)
    if not isinstance(refusal.value, str):
        message = Words(f"{name.zh}应是编码", f"{name.en} must be a code")
    else:
        message = Words(f"{name.zh}不在编码之列{value.zh}", f"{name.en} is not one of the codes{value.en}")
    options = codes_of(refusal.schema)
    listed = Words("、".join(o.shown.zh for o in options), ", ".join(o.shown.en for o in options))
    mend = Words(f"可用：{listed.zh}", f"known: {listed.en}")
    option = nearest(refusal.value, options) if isinstance(refusal.value, str) else None
    if option:
        mend = Words(f"是不是 {option.shown.zh}？{mend.zh}", f"did you mean {option.shown.en}? {mend.en}")
    return "SCH04", message, mend


def _alternatives(refusal: Refusal) -> Sentence:
    if not (codes_of(refusal.schema) and isinstance(refusal.value, str)):
        return _form(refusal)
    code, _, mend = _code(refusal)
    name, value = name_of(refusal.path, refusal.schema), shown(refusal.value)
    message = Words(
        f"{name.zh}既不在编码之列，也不是编号{value.zh}", f"{name.en} is neither one of the codes nor an id{value.en}"
    )
    return code, message, mend


_NOTHING = Words("没有值就删去这一行", "leave the key out when there is no value")
_TYPES = {
    "string": (Words("文字", "text"), Words("写成一段文字", "write text")),
    "integer": (Words("整数", "a whole number"), Words("写成阿拉伯数字，如 12", "write digits, such as 12")),
    "number": (Words("数字", "a number"), Words("写成数字，如 86400.00", "write a number, such as 86400.00")),
    "boolean": (Words("真假值", "a truth value"), Words("写 true 或 false", "write true or false")),
    "array": (Words("列表", "a list"), Words("写成 [甲, 乙]，或每项一行以 - 开头", "write [a, b], or lines with -")),
    "object": (Words("「字段: 值」", "keys with values"), Words("缩进写「字段: 值」", "indent `key: value` lines")),
}  # fmt: skip
_SENTENCES: dict[str, Callable[[Refusal], Sentence]] = {
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
    "uniqueItems": _repeated,
    "minimum": _range,
    "maximum": _range,
}
_WEIGHTS = {keyword: weight for weight, keyword in enumerate((_EXTRA, *_SENTENCES))}
