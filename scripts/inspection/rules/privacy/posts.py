"""Posts of which a village or community has one: who knows the place knows the person."""

import re
from collections.abc import Iterator

from inspection.rules.privacy.folding import Match

_POST = re.compile(
    r"(?<!区委)(?<!市委)(?<!县委)(?<!省委)(?<!镇党委)(?<!乡党委)(?<!党工委)(?<!纪委)(?:第一|副)?书记(?![员录载"
    r"]|抓(?:基层)?党建|项目|信箱|专题|办公会|碰头会|例会|论坛|工作室|讲堂)"
    r"|支书|村长"
    r"|(?<!班)(?<!办公室)(?<!责)主任(?!医|科员|护|务|会议|办公会)"
    r"|(?<!金)会计(?![核制凭账科档报基信业委代服准处监资管师机继决人工])|会计人员(?=[挪违私虚侵])"
    r"|出纳(?!账|登记|日记|岗)|(?<![律裁法证公])文书(?=保管|兼|代|违|私|挪|虚|[^档记写处工材送格\u4e00-\u9fff])|报账员"
    r"|妇联主席|(?:理事|监事|董事|民兵连|民兵营|合作社社)长|(?:合作社|公司)社?长|(?<!督)总经理|(?<![\u4e00-"
    r"\u9fff])社长|村医|团支书"
)


def single_posts(text: str) -> Iterator[Match]:
    """Yield the posts in a folded text that one person of a village or community holds."""
    for found in _POST.finditer(text):
        yield Match(*found.span())
