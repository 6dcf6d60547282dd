"""Records that nobody would accept, written plainly, and versions of them that each add lines to the one before."""

import random

_DAYS = ["2024-03-18", "2024-05-20", "2024-05-20", "2024-06-20", "2024-02-31", "~", "7"]
_WORDS = ["unit", "gushan/x", "已完成", "7", "true", "~", '""', "[a, b]", "[]"]
_DAY_KEYS = ["date", "found", "due", "joined", "submitted", "approved", "published"]
_WORD_KEYS = ["unit", "by", "action", "name", "number", "key", "title", "topic", "note", "void", "path", "entry", "id"]
_MAPPINGS = ["feedback", "publication", "society", "public", "disclosure", "plan", "given", "signed", "evaluation"]
_LISTS = ["items", "log", "measures", "evidence", "corrections", "acknowledged", "groups", "members", "talks", "purges"]


def grown(rng: random.Random) -> list[bytes]:
    """Return versions of a text, most of them with nothing but lines added to the one before, no two alike."""
    return versions(rng, _mapping(rng, "", 0))


def versions(rng: random.Random, lines: list[str]) -> list[bytes]:
    """Return versions of a text that ends with these lines, each line in it from some version on."""
    last = rng.randrange(1, 6)
    came: list[int] = []
    within: list[tuple[int, int]] = []
    for line in lines:
        deep = len(line) - len(line.lstrip(" -"))
        while within and within[-1][0] >= deep:
            within.pop()
        earliest = within[-1][1] if within else 0
        before = came[-1] if came else 0
        choice = rng.random()
        number = earliest if choice < 0.4 else max(earliest, before) if choice < 0.85 else rng.randint(earliest, last)
        number = rng.randint(0, last) if rng.random() < 0.01 else number
        came.append(number)
        within.append((deep, number))
    texts = [
        _changed(rng, [line for line, one in zip(lines, came, strict=True) if one <= each]) for each in range(last + 1)
    ]
    return [text.encode() for text in dict.fromkeys(texts) if text] or [b"date: 7\n"]


def _changed(rng: random.Random, lines: list[str]) -> str:
    """Return a text with these lines, now and then after more was done to it."""
    place = rng.randrange(len(lines)) if lines else 0
    match rng.randrange(60):
        case 0:
            lines[place : place + 1] = []
        case 1:
            lines[place : place + 1] = [lines[place][:-2] + "\n"] if lines else []
        case 2:
            lines[place:place] = lines[place : place + 1]
        case 3:
            return "".join(lines)[:-1]
    return "".join(lines)


def _mapping(rng: random.Random, indent: str, deep: int) -> list[str]:
    lines: list[str] = []
    keys = rng.sample(_DAY_KEYS, rng.randint(0, 2)) + rng.sample(_WORD_KEYS, rng.randint(0, 3))
    if deep < 3:
        keys += rng.sample(_MAPPINGS, rng.randint(0, 2)) + rng.sample(_LISTS, rng.randint(0, 2 if deep else 3))
    keys = keys or ["date"]
    usual = ["id", "log", "public"] if deep else ["unit", "items", "log", "public", "publication"]
    keys += [key for key in usual if rng.random() < 0.4 and key not in keys and (deep < 3 or key == "id")]
    if rng.random() < 0.5:
        rng.shuffle(keys)
    if "id" in keys and rng.random() < 0.8:
        keys.sort(key=lambda key: key != "id")
    for key in keys:
        lines += _field(rng, key, indent, deep)
    return lines


def _field(rng: random.Random, key: str, indent: str, deep: int) -> list[str]:
    if key in _MAPPINGS or key in _LISTS:
        odd = rng.random() < 0.05
        if (key in _MAPPINGS) != odd:
            if rng.random() < 0.5:
                return [f"{indent}{key}: {_flow(rng)}\n"]
            return [f"{indent}{key}:\n", *_mapping(rng, f"{indent}  ", deep + 1)]
        return [f"{indent}{key}:\n", *_list(rng, f"{indent}  ", deep + 1)]
    if key == "note" and rng.random() < 0.3:
        return [f"{indent}{key}: |\n", *(f"{indent}  第 {rng.randint(1, 3)} 行\n" for _ in range(rng.randint(1, 3)))]
    comment = [f"{indent}# 说明\n"] if rng.random() < 0.02 else []
    value = rng.choice(_DAYS) if key in _DAY_KEYS else str(rng.randint(1, 3)) if key == "id" else rng.choice(_WORDS)
    return [*comment, f"{indent}{key}: {value}\n", *(["\n"] if rng.random() < 0.02 else [])]


def _list(rng: random.Random, indent: str, deep: int) -> list[str]:
    lines: list[str] = []
    for _ in range(rng.randint(1, 4)):
        if rng.random() < 0.6:
            lines.append(f"{indent}- {_flow(rng)}\n")
        elif rng.random() < 0.1:
            lines.append(f"{indent}- {rng.choice(_DAYS)}\n")
        else:
            first, *rest = _mapping(rng, f"{indent}  ", deep + 1)
            lines += [f"{indent}- {first.lstrip()}", *rest] if first.strip() and "#" not in first else []
    return lines or [f"{indent}- {_flow(rng)}\n"]


def _flow(rng: random.Random) -> str:
    fields = {"id": str(rng.randint(1, 3))} if rng.random() < 0.3 else {}
    if rng.random() < 0.8:
        fields["date"] = rng.choice(_DAYS)
    if rng.random() < 0.6:
        fields[rng.choice(_WORD_KEYS)] = rng.choice(_WORDS)
    if rng.random() < 0.2:
        fields[rng.choice(_DAY_KEYS)] = rng.choice(_DAYS)
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}"
