"""More than 300 malformed and odd YAML documents, built here so that their bytes do not rot in Git."""

from collections.abc import Iterator
from itertools import product

GOOD = """\
unit: gushan-community
category: collective_assets   # 三资管理
found: 2024-03-18
in_feedback: true
amount: 86400.00
statement: |
  村集体 3 处经营性房产出租未公开招租,合同到期后未重新签订。
items:
  - id: 1
    task: "重新\\u516c开招租"
    partners: [beizhou, 'audit-bureau']
    log:
      - {date: 2024-06-20, action: start, by: unit}
"""


def odd_documents() -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each; names and bytes are distinct."""
    for family in FAMILIES:
        for number, (name, text) in enumerate(family()):
            data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
            yield f"{family.__name__}-{number:03d}-{name}", data


def truncated():
    data = GOOD.encode()
    for length in range(9, len(data), 9):
        yield f"at-{length}", data[:length]


def encoded():
    text = "name: 古山社区党总支\nkind: community\n"
    for codec in ("gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "shift_jis", "euc_kr", "cp037"):
        yield codec, text.replace("党总支", "").encode(codec, "replace")
    yield "ascii-in-utf-16", "name: a\n".encode("utf-16-le")
    yield "latin-1", "name: é\n".encode("latin-1")
    yield "overlong", b"name: \xc0\xaf\n"
    yield "surrogate", b"name: \xed\xa0\x80\n"
    yield "surrogate-pair", b"name: \xed\xa0\xbd\xed\xb8\x80\n"
    yield "beyond-unicode", b"name: \xf4\x90\x80\x80\n"
    yield "lone-continuation", b"name: \x80\n"
    yield "cut-character", "name: 古".encode()[:-1]
    yield "wrong-in-comment", "name: a # 古山".encode("gbk")
    yield "late-wrong-byte", GOOD.encode() + b"# \xff\n"
    yield "windows-quotes", b"name: \x93a\x94\n"


def marked():
    yield "bom", "\ufeffname: a\n"
    yield "bom-only", "\ufeff"
    yield "two-boms", "\ufeff\ufeffname: a\n"
    yield "bom-inside", "name: a\ufeffb\n"
    yield "bom-in-second-line", "name: a\n\ufeffkind: b\n"
    yield "bom-and-comment", "\ufeff# c\nname: a\n"
    yield "bom-and-duplicate", "\ufeffname: a\nname: b\n"
    yield "bom-utf-16-le", b"\xff\xfe"
    yield "bom-utf-16-be", b"\xfe\xff"
    yield "bom-utf-32", b"\xff\xfe\x00\x00"


def controls():
    for code in (
        0,
        1,
        7,
        8,
        0xB,
        0xC,
        0xE,
        0x1B,
        0x1F,
        0x7F,
        0x80,
        0x85,
        0x9F,
        0xFDD0,
        0xFFFE,
        0xFFFF,
        0x1FFFE,
        0x10FFFF,
    ):
        yield f"{code:x}-plain", f"name: a{chr(code)}b\n"
        yield f"{code:x}-quoted", f'name: "a{chr(code)}b"\n'
    for code in (0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069):
        yield f"{code:x}", f"name: a{chr(code)}b\n"
    yield "nul-in-key", "na\0me: a\n"
    yield "nul-in-comment", "name: a # \0\n"
    yield "nul-at-end", "name: a\n\0"
    yield "only-nul", "\0"
    yield "many-nuls", "\0" * 5000
    yield "escape-sequence", "name: \x1b[31mred\x1b[0m\n"


def escapes():
    for written in (
        "\\0",
        "\\a",
        "\\b",
        "\\t",
        "\\n",
        "\\v",
        "\\f",
        "\\r",
        "\\e",
        "\\ ",
        '\\"',
        "\\/",
        "\\\\",
        "\\N",
        "\\_",
        "\\L",
        "\\P",
        "\\x41",
        "\\x00",
        "\\u4e2d",
        "\\ud800",
        "\\udfff",
        "\\ud83d\\ude00",
        "\\U0001F600",
        "\\U00110000",
        "\\UFFFFFFFF",
        "\\ufdd0",
        "\\ufeff",
        "\\x4",
        "\\u12",
        "\\U1234",
        "\\q",
        "\\'",
        "\\1",
        "\\",
        "\\\n  b",
        "\\x80",
        "\\r\\n",
    ):
        yield f"double-{written.encode('unicode_escape').decode()}", f'name: "a{written}b"\n'
    yield "in-single", "name: 'a\\u0000b'\n"
    yield "in-plain", "name: a\\u0000b\n"
    yield "in-key", '"na\\u006de": a\n'
    yield "nul-in-key", '"na\\0me": a\n'
    yield "single-doubled", "name: 'it''s'\n"
    yield "in-block", "name: |\n  a\\0b\n"


def tabs():
    yield from (
        ("indent", "a:\n\tb: 1\n"),
        ("before-key", "\ta: 1\n"),
        ("after-colon", "a:\tb\n"),
        ("after-value", "a: b\t\n"),
        ("before-comment", "a: b\t# c\n"),
        ("in-plain", "a: b\tc\n"),
        ("in-double", 'a: "b\tc"\n'),
        ("in-single", "a: 'b\tc'\n"),
        ("in-literal", "a: |\n  b\tc\n"),
        ("literal-indent", "a: |\n\tb\n"),
        ("after-hyphen", "a:\n-\tb\n"),
        ("hyphen-map", "a:\n-\tb: 1\n"),
        ("in-flow", "a: [b,\tc]\n"),
        ("flow-lines", "a: [\n\tb\n]\n"),
        ("after-bracket", "a: [b]\t\n"),
        ("only", "\t"),
        ("line", "a: 1\n\t\nb: 2\n"),
        ("comment-line", "a: 1\n\t# c\nb: 2\n"),
        ("in-comment", "a: 1 # b\tc\n"),
        ("blank-and-tab", "a:\n  \tb: 1\n"),
        ("folded", "a: >\n  b\n  \tc\n"),
        ("before-colon", "a\t: b\n"),
        ("in-key", "a\tb: c\n"),
        ("document", "---\ta: 1\n"),
    )


def deep():
    for depth in (30, 31, 32, 33, 40, 500):
        yield f"flow-lists-{depth}", "a: " + "[" * depth + "]" * depth + "\n"
        yield f"flow-maps-{depth}", "a: " + "{a: " * depth + "1" + "}" * depth + "\n"
        yield f"block-maps-{depth}", "".join("  " * level + "a:\n" for level in range(depth)) + "  " * depth + "1\n"
        yield f"block-lists-{depth}", "a:\n" + "- " * depth + "1\n"
    for opening in ("[", "{", "- ", "? ", "{[", "[{a: ", "{a: "):
        yield f"100000-of-{opening.strip()}", opening * (100_000 // len(opening) + 1)
        yield f"value-100000-of-{opening.strip()}", "a: " + opening * (100_000 // len(opening) + 1)
    yield "closing", "]" * 100_000
    yield "unclosed-at-limit", "a: " + "[" * 20


def large():
    yield "file-at-limit", "a: 1\n" + "# 巡\n" * 43_000
    yield "file-over-limit", "a: 1\n" + "#" * (256 * 1024)
    yield "scalar-at-limit", "a: " + "x" * 65_536 + "\n"
    yield "scalar-over-limit", "a: " + "x" * 65_537 + "\n"
    yield "chinese-at-limit", "a: " + "巡" * 21_845 + "\n"
    yield "chinese-over-limit", "a: " + "巡" * 21_846 + "\n"
    yield "literal-over-limit", "a: |\n" + "  0123456789012345678\n" * 4_000
    yield "quoted-over-limit", "a: '" + "x" * 70_000 + "'\n"
    yield "key-over-limit", "x" * 70_000 + ": 1\n"
    yield "key-1024", "k" * 1_024 + ": 1\n"
    yield "key-1025", "k" * 1_025 + ": 1\n"
    yield "quoted-key-2000", '"' + "k" * 2_000 + '": 1\n'
    yield "explicit-key-2000", "? " + "k" * 2_000 + "\n: 1\n"
    for digits in (20, 400, 1_000, 1_001, 4_300, 4_301, 60_000):
        yield f"digits-{digits}", "a: " + "9" * digits + "\n"
    yield "hexadecimal-5000", "a: 0x" + "f" * 5_000 + "\n"
    yield "octal-5000", "a: 0o" + "7" * 5_000 + "\n"
    yield "negative-5000", "a: -" + "1" * 5_000 + "\n"
    yield "point-5000", "a: 1." + "1" * 5_000 + "\n"
    yield "many-keys", "".join(f"k{number}: {number}\n" for number in range(10_000))
    yield "many-entries", "a: [" + "1," * 60_000 + "]\n"
    yield "many-empty-lists", "a: [" + "[]," * 40_000 + "]\n"
    yield "many-commas-within-brackets", "a: [[b], " + "c, " * 20_000 + "c]\n"
    yield "many-duplicates", "a: 1\n" * 20_000
    yield "many-aliases", "a: [" + "*b, " * 20_000 + "]\n"
    yield "many-tags", "a: [" + "!t b, " * 20_000 + "]\n"
    yield "many-colons", ":" * 100_000
    yield "many-quotes", "'" * 100_001
    yield "many-lines", "a: b\n" + "\n" * 100_000
    yield "many-plain-lines", "a:\n" + "  b\n" * 10_000
    yield "many-documents", "---\n" * 20_000
    yield "many-ampersands", "&" * 100_000
    yield "many-stars", "*" * 100_000
    yield "many-bangs", "!" * 100_000


def duplicates():
    yield from (
        ("top", "a: 1\na: 2\n"),
        ("thrice", "a: 1\na: 2\na: 3\n"),
        ("two-keys", "a: 1\nb: 1\na: 2\nb: 2\n"),
        ("nested", "x:\n  a: 1\n  a: 2\n"),
        ("in-list", "x:\n  - a: 1\n    a: 2\n"),
        ("flow", "x: {a: 1, a: 2}\n"),
        ("same-value", "a: 1\na: 1\n"),
        ("quoted", 'a: 1\n"a": 2\n'),
        ("escaped", 'a: 1\n"\\x61": 2\n'),
        ("single", "a: 1\n'a': 2\n"),
        ("explicit", "? a\n: 1\n? a\n: 2\n"),
        ("in-different-maps", "x: {a: 1}\ny: {a: 2}\n"),
        ("parent-and-child", "a: {a: {a: 1}}\n"),
        ("case", "a: 1\nA: 2\n"),
        ("number-keys", "1: a\n1: b\n"),
        ("number-and-text", '1: a\n"1": b\n'),
        ("empty-keys", ": a\n: b\n"),
        ("empty-text", "\"\": a\n'': b\n"),
        ("chinese", "名: 1\n名: 2\n"),
        ("deep", "a:\n  b:\n    c:\n      - d: {e: 1, f: 2, e: 3}\n"),
        ("flow-in-flow", "a: [{b: 1, b: 2}, {c: 1, c: 2}]\n"),
        ("nulls", "a:\na:\n"),
        ("merge", "<<: {a: 1}\n<<: {b: 1}\n"),
        ("normal-forms", "\u00e9: 1\ne\u0301: 2\n"),
        ("blank", "a: 1\n'a ': 2\n"),
    )


def anchors():
    lol = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    yield from (
        ("anchor", "a: &x 1\n"),
        ("alias", "a: &x 1\nb: *x\n"),
        ("unknown-alias", "a: *x\n"),
        ("itself", "a: &a [*a]\n"),
        ("itself-map", "a: &a {b: *a}\n"),
        ("root", "&r\na: *r\n"),
        ("root-map", "&r {a: *r}\n"),
        ("laughs", lol),
        ("merge", "a: &a {x: 1}\nb:\n  <<: *a\n"),
        ("merge-list", "a: &a {x: 1}\nb: {<<: [*a, *a]}\n"),
        ("key", "&k a: 1\n"),
        ("alias-key", "a: &x y\n*x : 1\n"),
        ("on-nothing", "a: &x\n"),
        ("twice", "a: &x 1\nb: &x 2\n"),
        ("two", "a: &x &y 1\n"),
        ("chinese", "a: &锚 1\n"),
        ("empty-anchor", "a: & 1\n"),
        ("empty-alias", "a: *\n"),
        ("emphasis", "a: *重要*\n"),
        ("and", "a: &amp; b\n"),
        ("inside-text", "a: b & c * d\n"),
        ("quoted", "a: '*x'\nb: \"&x\"\n"),
        ("merge-plain", "<<: 1\n"),
        ("merge-quoted", "'<<': 1\n"),
        ("merge-as-value", "a: <<\n"),
        ("alias-with-anchor", "a: &x 1\nb: &y *x\n"),
        ("in-literal", "a: |\n  &x *y\n"),
        ("alias-in-list", "- &a 1\n- *a\n"),
        ("tagged-anchor", "a: !t &x 1\n"),
    )


def tags():
    for tag in (
        "!!str",
        "!!int",
        "!!float",
        "!!bool",
        "!!null",
        "!!binary",
        "!!timestamp",
        "!!set",
        "!!omap",
        "!!map",
        "!!seq",
        "!!merge",
        "!!python/object:os.system",
        "!!python/object/apply:os.system",
        "!!python/name:os",
        "!!python/tuple",
        "!local",
        "!",
        "!<tag:yaml.org,2002:str>",
        "!<",
        "!e!x",
        "!!",
        "!!%",
        "!中",
    ):
        yield f"scalar-{tag}", f"a: {tag} 1\n"
    yield "list", "a: !!python/object/apply:os.system [ls]\n"
    yield "map", "a: !!python/object/new:os.environ {b: 1}\n"
    yield "root", "!!map\na: 1\n"
    yield "key", "!!str a: 1\n"
    yield "nothing", "a: !!str\n"
    yield "inside-text", "a: 注意!重要\n"
    yield "quoted", "a: '!!str b'\n"
    yield "after-blank", "a: b !!str\n"


def documents():
    yield from (
        ("two", "a: 1\n---\nb: 2\n"),
        ("three", "a: 1\n---\nb: 2\n---\nc: 3\n"),
        ("marked", "---\na: 1\n"),
        ("marked-twice", "---\n---\na: 1\n"),
        ("empty-second", "a: 1\n---\n"),
        ("ended", "a: 1\n...\n"),
        ("ended-twice", "a: 1\n...\n...\n"),
        ("ended-and-more", "a: 1\n...\nb: 2\n"),
        ("only-end", "...\n"),
        ("only-start", "---\n"),
        ("start-and-end", "---\n...\n"),
        ("start-inline", "--- {a: 1}\n"),
        ("start-scalar", "--- a\n"),
        ("empty", ""),
        ("blank", "   \n\n"),
        ("newline", "\n"),
        ("comment", "# only\n"),
        ("null", "~\n"),
        ("null-word", "null\n"),
        ("text", "a\n"),
        ("number", "1\n"),
        ("list", "- a\n- b\n"),
        ("flow-list", "[a, b]\n"),
        ("quoted", "'a: 1'\n"),
        ("literal", "|\n  a\n"),
        ("empty-map", "{}\n"),
        ("empty-list", "[]\n"),
        ("dashes", "a: ---\n"),
        ("dashes-in-literal", "a: |\n  ---\n  b\n"),
        ("dashes-in-quotes", "a: 'b\n---\nc'\n"),
        ("dots-in-quotes", 'a: "b\n...\nc"\n'),
        ("json", '{"a": [1, true, null, "x"]}\n'),
        ("html", "<html><body>a</body></html>\n"),
        ("csv", "a,b\n1,2\n"),
        ("markdown", "# a\n\n- b\n"),
        ("ini", "[a]\nb = 1\n"),
        ("lfs", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"),
        ("conflict", "<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> c\n"),
        ("zip", b"PK\x03\x04\x14\x00\x00\x00"),
        ("png", b"\x89PNG\r\n\x1a\n"),
        ("shell", "#!/bin/sh\necho a\n"),
    )


def directives():
    yield from (
        ("1.1", "%YAML 1.1\n---\na: 1\n"),
        ("1.2", "%YAML 1.2\n---\na: 1\n"),
        ("2.0", "%YAML 2.0\n---\na: 1\n"),
        ("twice", "%YAML 1.2\n%YAML 1.2\n---\na: 1\n"),
        ("tag", "%TAG ! tag:x,2024:\n---\na: !b 1\n"),
        ("unknown", "%FOO bar\n---\na: 1\n"),
        ("without-document", "%YAML 1.2\na: 1\n"),
        ("bad", "%\n"),
        ("after-comment", "# c\n%YAML 1.2\n---\na: 1\n"),
        ("after-start", "---\n%YAML 1.2\na: 1\n"),
        ("after-content", "a: 1\n%YAML 1.2\n"),
        ("after-end", "a: 1\n...\n%YAML 1.2\n---\nb: 1\n"),
        ("value", "a: %x\n"),
        ("quoted-value", "a: '%x'\n"),
        ("percent-text", "a: 50%\n"),
        ("in-quotes", 'a: "b\n%c"\n'),
        ("indented", "  %a: 1\n"),
        ("reserved-at", "a: @b\n"),
        ("reserved-tick", "a: `b`\n"),
        ("at-inside", "a: b@c\n"),
    )


def line_ends():
    for name, end in (
        ("crlf", "\r\n"),
        ("cr", "\r"),
        ("nel", "\x85"),
        ("ls", "\u2028"),
        ("ps", "\u2029"),
        ("crcrlf", "\r\r\n"),
        ("lfcr", "\n\r"),
        ("vt", "\v"),
        ("ff", "\f"),
    ):
        yield name, GOOD.replace("\n", end)
        yield f"{name}-quoted", f"a: 'b{end}  c'\n"
        yield f"{name}-literal", f"a: |{end}  b{end}  c{end}"
    yield "mixed", "a: 1\r\nb: 2\nc: |\r\n  x\n  y\r\n"
    yield "crlf-blank-lines", "a: >\r\n  b\r\n\r\n  c\r\n\r\n\r\nd: 1\r\n"
    yield "no-end", "a: 1"
    yield "crlf-comment", "a: 1 # b\r\n# c\r\nd: 2\r\n"


def blocks():
    for style, chomp, indent, body in product(
        "|>", ("", "-", "+"), ("", "2"), ("  x\n  y\n", "  x\n\n\n", "  x\n    y\n  z\n\n", "")
    ):
        yield (
            f"{style}{indent}{chomp}".replace("|", "literal").replace(">", "folded"),
            f"a: {style}{indent}{chomp}\n{body}b: 1\n",
        )
    yield from (
        ("at-end", "a: |\n  x"),
        ("keep-at-end", "a: |+\n  x\n\n\n"),
        ("wrong-indent", "a: |4\n  x\n"),
        ("indent-0", "a: |0\n  x\n"),
        ("indent-10", "a: |10\n  x\n"),
        ("both-chomps", "a: |+-\n  x\n"),
        ("text-after", "a: | x\n  y\n"),
        ("comment", "a: | # c\n  y\n"),
        ("comment-close", "a: |# c\n  y\n"),
        ("less-indented", "a: |\n    x\n  y\n"),
        ("leading-blank", "a: |\n\n  x\n"),
        ("leading-more", "a: |\n    \n  x\n"),
        ("not-indented", "a: |\nx\n"),
        ("hash-inside", "a: |\n  # x\n"),
        ("colon-inside", "a: |\n  b: c: d\n"),
        ("in-list", "a:\n  - |\n    x\n  - >-\n    y\n"),
        ("in-flow", "a: [|\n  x\n]\n"),
        ("empty-keep", "a: |+\n\nb: 1\n"),
    )


def flows():
    yield from (
        ("empty", "a: []\nb: {}\n"),
        ("trailing-comma", "a: [b,]\nc: {d: 1,}\n"),
        ("leading-comma", "a: [,b]\n"),
        ("two-commas", "a: [b,,c]\n"),
        ("only-comma", "a: [,]\nb: {,}\n"),
        ("no-comma", "a: [b c]\n"),
        ("no-blank", "a: {b:1}\n"),
        ("json-key", 'a: {"b":1}\n'),
        ("set", "a: {b, c}\n"),
        ("pair", "a: [b: 1]\n"),
        ("two-pairs", "a: [b: 1, c: 2]\n"),
        ("explicit", "a: {? b : 1}\n"),
        ("question", "a: {?b: 1}\n"),
        ("question-inside", "a: [b?c]\n"),
        ("question-end", "a: [b?]\n"),
        ("hyphen", "a: [-]\n"),
        ("hyphen-text", "a: [- b]\n"),
        ("colon", "a: [:]\n"),
        ("colon-text", "a: [:b]\n"),
        ("colons", "a: [b::c]\n"),
        ("url", "a: [http://x:80/y]\n"),
        ("time", "a: [12:30, 12:30:45]\n"),
        ("unclosed", "a: [b\n"),
        ("unclosed-map", "a: {b: 1\n"),
        ("wrong-close", "a: [b}\n"),
        ("close-only", "a: ]\n"),
        ("brace-only", "a: }\n"),
        ("after-close", "a: [b] c\n"),
        ("after-brace", "a: {b: 1} c\n"),
        ("lines", "a: [\n  b,\n  c\n]\n"),
        ("not-indented", "a: [\nb,\nc\n]\n"),
        ("comment", "a: [b, # c\n  d]\n"),
        ("comment-close", "a: [b,#c\n  d]\n"),
        ("nested", "a: [{b: [{c: []}]}]\n"),
        ("list-key", "[a]: 1\n"),
        ("map-key", "{a: 1}: 2\n"),
        ("list-key-inside", "a: {[b]: 1}\n"),
        ("map-as-map-key", "a: {{b: 1}: 2}\n"),
        ("quoted", "a: ['b', \"c\", d]\n"),
        ("quote-inside", "a: [b'c, d\"e]\n"),
        ("multi-line-text", "a: [b\n  c, d]\n"),
        ("empty-values", "a: {b: , c:}\n"),
        ("empty-key", "a: {: b}\n"),
        ("star", "a: [*]\n"),
        ("full-width", "a: 【b,c】\n"),
        ("full-width-colon", "名称:古山\n"),
        ("chinese-comma", "a: [甲、乙]\n"),
        ("block-in-flow", "a: [\n- b\n]\n"),
        ("literal-in-flow", "a: {b: |\n  c\n}\n"),
        ("adjacent", 'a: {"b":"c"}\n'),
        ("adjacent-map", 'a: {"b":{"c":1}}\n'),
    )


def scalars():
    for text in (
        "12:30",
        "12:30:45",
        "190:20:30",
        "0777",
        "0o17",
        "0o8",
        "0O17",
        "0x1F",
        "0xg",
        "0X1F",
        "0b1",
        "1_000",
        "1,000",
        ".5",
        "5.",
        ".",
        "1e3",
        "1E3",
        "1e",
        "e3",
        "1.5e-3",
        "+1",
        "-0",
        "+0",
        "--1",
        "+-1",
        "1-",
        "00",
        "007",
        "-007",
        "08",
        "~",
        "null",
        "Null",
        "NULL",
        "nULL",
        "none",
        "None",
        "nil",
        "yes",
        "no",
        "Yes",
        "NO",
        "on",
        "off",
        "y",
        "n",
        "true",
        "True",
        "TRUE",
        "tRUE",
        "false",
        "False",
        "FALSE",
        ".inf",
        "-.inf",
        "+.inf",
        ".Inf",
        ".INF",
        ".iNF",
        ".nan",
        ".NaN",
        ".NAN",
        ".Nan",
        "-.nan",
        "inf",
        "nan",
        "2024-03-18",
        "2024-3-8",
        "2024/03/18",
        "2024-02-30",
        "2024-03-18T10:00:00Z",
        "2024-03-18 10:00:00",
        "=",
        "<",
        "<<",
        "-",
        "- a",
        "?",
        "? a",
        ":",
        ":a",
        "a:",
        "a: b",
        "a :b",
        "a : b",
        "a#b",
        "a #b",
        "#a",
        "'",
        '"',
        "''",
        '""',
        "'a",
        '"a',
        "a'",
        "'a' b",
        '"a" b',
        "'a'b",
        "a\\b",
        "1.2.3",
        "1.2.3.4",
        "86400.00",
        "1.00",
        "100%",
        "¥100",
        "一二三",
        "１２３",
        "张某",
        "a, b",
        "a] b",
        "a} b",
        "|",
        ">",
        "||",
        "@a",
        "`a`",
        "%a",
        "!a",
        "&a",
        "*a",
        "{",
        "[",
        "}",
        "]",
        ",",
        ",a",
        "12e03",
        "-2E+05",
        "0.",
        "-.5",
        "+.5",
        "1__0",
        "0_1",
        "9223372036854775808",
        "-9223372036854775809",
        "00000000000000000001",
        "99010100520212",
        "1 2",
        "true false",
        "0x",
        "0o",
    ):
        yield f"value-{text}", f"a: {text}\nb: 2\n"


def keys():
    for text in (
        "1",
        "1.5",
        "true",
        "null",
        "~",
        "",
        ".inf",
        "0x1",
        "0o7",
        "yes",
        "12:30",
        "2024",
        "2024-03-18",
        "'1'",
        '"true"',
        "a b",
        "中文",
        "-",
        "?",
        "-a",
        ".5",
        "1_0",
        "a/b",
        "a~b",
        "''",
    ):
        yield f"key-{text}", f"{text}: v\n"
    for name, text in (
        ("explicit", "? a\n: b\n"),
        ("explicit-alone", "? a\n"),
        ("explicit-list", "? [a]\n: b\n"),
        ("explicit-block", "? - a\n: b\n"),
        ("explicit-map", "? a: 1\n: b\n"),
        ("explicit-literal", "? |\n  a\n: b\n"),
        ("no-value", "a:\nb:\n"),
        ("no-colon-second", "a: 1\nb\n"),
        ("no-blank", "a:b\n"),
        ("two-colons", "a: b: c\n"),
        ("multi-line", "a\nb: c\n"),
        ("multi-line-quoted", '"a\n b": c\n'),
        ("colon-first", ": a\n"),
        ("blank-before-colon", "a : b\n"),
        ("quoted-no-blank", '"a":b\n'),
        ("full-width-blank", "a:\u3000b\n"),
        ("no-break-blank", "a:\u00a0b\n"),
        ("full-width-indent", "a:\n\u3000b: 1\n"),
        ("emoji", "😀: 😀\n"),
        ("zero-width", "a\u200b: 1\n"),
    ):
        yield name, text


def indents():
    yield from (
        ("too-deep", "a: 1\n  b: 2\n"),
        ("too-shallow", "a:\n    b: 1\n  c: 2\n"),
        ("list-shallow", "a:\n  - b\n - c\n"),
        ("list-deep", "a:\n  - b\n   - c\n"),
        ("list-not-indented", "a:\n- b\n- c\nd: 1\n"),
        ("list-then-map", "- a\nb: 1\n"),
        ("map-then-list", "a: 1\n- b\n"),
        ("all-indented", "  a: 1\n  b: 2\n"),
        ("first-indented", "  a: 1\nb: 2\n"),
        ("second-indented", "a: 1\n b: 2\n"),
        ("plain-continued", "a: b\n  c\n  d\n"),
        ("plain-not-indented", "a: b\nc\n"),
        ("plain-blank-lines", "a: b\n\n  c\n"),
        ("quoted-continued", "a: 'b\n  c\n\n  d'\n"),
        ("quoted-not-indented", "a: 'b\nc'\n"),
        ("comment-between", "a: b\n  # c\n  d\n"),
        ("comment-not-indented", "a:\n# c\n  b: 1\n"),
        ("hyphen-close", "a:\n  -b\n"),
        ("hyphens", "a:\n  - - - b\n"),
        ("map-in-list", "a:\n  - b: 1\n    c: 2\n  -\n    d: 3\n"),
        ("map-in-list-wrong", "a:\n  - b: 1\n   c: 2\n"),
        ("value-and-map", "a: 1\n  b: 2\nc: 3\n"),
        ("trailing-blanks", "a: 1   \nb: 2  \n"),
        ("list-value-inline", "a: - b\n"),
        ("two-on-a-line", "a: 1 b: 2\n"),
        ("unclosed-quote-late", "a: 'b\nc: 1\nd: 2\n"),
        ("unclosed-double-late", 'a: "b\nc: 1\n'),
        ("quote-in-middle", "a: b 'c\nd: 1\n"),
        ("curly-quotes", "a: “b”\n"),
    )


FAMILIES = (
    truncated,
    encoded,
    marked,
    controls,
    escapes,
    tabs,
    deep,
    large,
    duplicates,
    anchors,
    tags,
    documents,
    directives,
    line_ends,
    blocks,
    flows,
    scalars,
    keys,
    indents,
)
