"""Classification marks as they stand on papers: 秘密★, 机密★10年, 绝密 ★."""

import re
from collections.abc import Iterator

from inspection.rules.privacy.folding import Match

_STAR = "★☆✩✪✫✬✭✮✯✰⭐🌟⋆"
_TERM = r"(?:[0-9]+|[一二三四五六七八九十]+) ?(?:年|个月)|长期|启用前|解密"
_MARK = re.compile(
    rf"[秘机機绝絕] {{0,3}}密级? ?[·.]? {{0,3}}(?:[{_STAR}]|[*＊﹡∗٭] ?(?:{_TERM}))"
    rf"|[{_STAR}] ?[秘机機绝絕] ?密 ?[{_STAR}]"
    rf"|密级 ?[:: ] ?[秘机機绝絕]密(?= ?(?:$|[\n,，;；)）】]|保密期限|{_TERM}))"
)


def classification_marks(text: str) -> Iterator[Match]:
    """Yield the classification marks of a folded text, whatever the blanks and the star."""
    for found in _MARK.finditer(text):
        yield Match(*found.span())
