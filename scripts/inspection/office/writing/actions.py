"""Every dated fact of every kind of record: the one table `record`, forms and imports go by.

A row says where a fact goes; which fields it has, what they are called and which codes they take stands in the schema.
An item is recorded of by `R13-05-0137/1`, so its places begin at the item.
"""

from collections.abc import Mapping

from inspection.finding import Words
from inspection.office.writing.action import DAYS, FIELDS, Action
from inspection.office.writing.log_actions import ITEM_LOG, LETTER_LOG, PERSON_LOG

_APPROVAL = ("approved", "by", "published")

ANY = (
    Action(
        "correct", Words("更正", "correct"), "corrections", needs=("path", "is", "why", "by"), usual={"by": "office"}
    ),
    Action("acknowledge", Words("承认情形", "acknowledge a departure"), "acknowledged", usual={"by": "office"}),
    Action("fill", Words("补填", "fill in what is missing"), "", FIELDS, day=""),
)
"""What may be recorded of any record."""

_ITEM = (
    *ITEM_LOG,
    Action("evidence", Words("登记佐证", "evidence"), "evidence"),
    Action("institution", Words("建章立制", "institution"), "outcome.institutions"),
    Action("money", Words("资金成效", "money"), "outcome.money"),
    Action("accountable", Words("追责问责", "accountability"), "outcome.accountable"),
    Action("public", Words("事项公开文本", "public text"), "public", FIELDS, day=""),
    Action("fill", Words("补填", "fill in what is missing"), "", FIELDS, day=""),
)
_PROBLEM = (
    Action("item", Words("增加整改事项", "item"), "items", day="due"),
    Action("public", Words("公开文本", "public texts"), "public", FIELDS, day=""),
    Action("disclose", Words("公开决定", "disclosure"), "disclosure", FIELDS, day=""),
)
_FEEDBACK = (
    Action("feedback", Words("反馈", "feedback"), "feedback", FIELDS, ("date", "paper", "by"), usual={"by": "group"}),
    Action("give", Words("送达反馈意见", "hand over the feedback"), "feedback.given", DAYS),
    Action("sign", Words("签收反馈意见", "sign for the feedback"), "feedback.signed", DAYS),
    Action("copy", Words("抄送反馈意见", "copy the feedback"), "feedback.copied", DAYS),
    Action("attend", Words("领导出席反馈", "attend the feedback"), "feedback.attended"),
    Action("lists", Words("移交清单", "hand over lists"), "feedback.lists", DAYS),
)
_PAPERS = (
    Action("plan", Words("报送整改方案", "plan"), "plan", FIELDS, ("submitted",), day="submitted"),
    Action(
        "meet",
        Words("召开专题会议", "life meeting"),
        "life_meeting",
        FIELDS,
        ("kind", "held", "liaison_present"),
        day="held",
    ),
    Action(
        "report", Words("报送整改报告", "report"), "report", FIELDS, ("submitted", "head_submitted"), day="submitted"
    ),
    Action("review", Words("审核", "review"), "@of.reviews", of=("plan", "life_meeting", "report")),
    Action("progress", Words("持续整改报告", "continued report"), "progress", usual={"by": "unit"}),
)
_PUBLICATION = (
    Action(
        "approve",
        Words("批准向社会公开", "approve for society"),
        "publication.society",
        names=("approved", "by", "digest", "until", "channels"),
        day="approved",
        usual={"by": "leading_group"},
    ),
    Action(
        "publish",
        Words("向社会公开", "publish to society"),
        "publication.society.@entry",
        FIELDS,
        ("published", "until", "channels"),
        ("published",),
        day="published",
    ),
    Action(
        "retract",
        Words("撤回公开", "retract"),
        "publication.society.@entry.retracted",
        FIELDS,
        usual={"by": "leading_group"},
    ),
    Action(
        "approve-party",
        Words("批准向党内公开", "approve for the party"),
        "publication.party",
        FIELDS,
        ("approved", "by"),
        day="approved",
        usual={"by": "leading_group"},
    ),
    Action(
        "publish-party",
        Words("向党内公开", "publish to the party"),
        "publication.party",
        FIELDS,
        ("published",),
        ("published",),
        day="published",
    ),
    Action("response", Words("公开后群众反映", "what citizens answered"), "responses", day=""),
)
_INSPECTION = (
    Action("enter", Words("驻点", "on site"), "onsite", FIELDS, day="from"),
    *_FEEDBACK,
    *_PAPERS,
    Action("talk", Words("谈话提醒", "talk"), "talks"),
    Action("handover", Words("主要负责人交接", "handover"), "handovers"),
    Action("handover-sign", Words("交接签字", "sign a handover"), "handovers.@handover.signed", DAYS),
    Action("activity", Words("巡察了解活动", "activity"), "activities"),
    Action("evaluate", Words("整改质效测评", "evaluation"), "evaluation", FIELDS, needs=("ballots",)),
    Action("again", Words("责令再次整改", "second rectification"), "again", FIELDS, day="ordered"),
    *_PUBLICATION,
)
_ROUND = (
    Action("announce", Words("发布巡察公告", "announced"), "", FIELDS, ("announced",), ("announced",), day="announced"),
    Action("announcement", Words("公告渠道", "announcement"), "announcements"),
    Action("consult", Words("征求意见", "consultation"), "consultations"),
    Action("meeting", Words("召开会议", "meeting"), "meetings"),
    Action("briefing", Words("情况通报", "briefing"), "briefings"),
    Action("training", Words("业务培训", "training"), "training"),
    Action("activity", Words("巡察了解活动", "activity"), "activities"),
    Action("matter", Words("群众反映", "what people raised"), "matters", day=""),
    Action("group", Words("编组", "group"), "groups", day=""),
    Action("member", Words("巡察组成员", "member"), "groups.@group:id.members", day=""),
    Action(
        "appraise",
        Words("成员培训和考核", "a member's training and appraisal"),
        "groups.@group:id.members.@person:person",
        FIELDS,
        ("trained", "appraisal"),
        day="trained",
    ),
    Action("pledge", Words("签承诺书", "pledge"), "groups.@group:id.members.@person:person.pledges", DAYS),
    Action("clue", Words("移交问题线索", "clues handed over"), "clues", day="transferred"),
    Action("clue-result", Words("线索办理结果", "clue result"), "clues.@clue.results"),
    Action("hear", Words("听取汇报", "reported"), "", FIELDS, ("reported",), ("reported",), day="reported"),
    Action("output", Words("巡察成果", "output"), "outputs"),
    Action("after", Words("巡后任务", "task after the round"), "after", DAYS),
    Action("publish", Words("主题公开", "publish the topic"), "publication", FIELDS, _APPROVAL, day="published"),
)
_SELF_CHECK = (
    Action(
        "submit",
        Words("报送自查", "submit the return"),
        "",
        FIELDS,
        ("submitted", "found", "measures", "institutions", "cases"),
        ("submitted", "found"),
        day="submitted",
        creates=True,
    ),
    Action("progress", Words("整改进展", "progress"), "progress"),
    Action("evidence", Words("登记佐证", "evidence"), "evidence"),
    Action("review", Words("审核", "review"), "reviews"),
)
_COMMON = (
    Action(
        "issue",
        Words("印发共性问题", "issue"),
        "",
        FIELDS,
        ("title", "nature", "owner", "issued", "addressees"),
        ("title", "nature", "issued"),
        day="issued",
        creates=True,
    ),
    Action("notify", Words("通报分管领导", "notify"), "notified"),
    Action(
        "receipt",
        Words("分管领导签收", "receipt"),
        "notified.@notice",
        FIELDS,
        ("received",),
        ("received",),
        day="received",
    ),
    Action("publish", Words("公开", "publish"), "publication", FIELDS, _APPROVAL, day="published"),
)
_VISIT = (
    Action("check", Words("核查结果", "result of a check"), "checked", day=""),
    Action("send", Words("结果反馈抄告", "send the result"), "sent", DAYS),
)
_LETTER = (
    *LETTER_LOG,
    Action("campaign", Words("专项治理", "campaign"), "campaign", FIELDS, day="from"),
)

ACTIONS: Mapping[str, tuple[Action, ...]] = {
    "item": _ITEM,
    "problem": (*_PROBLEM, *ANY),
    "inspection": (*_INSPECTION, *ANY),
    "round": (*_ROUND, *ANY),
    "letter": (*_LETTER, *ANY),
    "person": (*PERSON_LOG, *ANY),
    "self_check": (*_SELF_CHECK, *ANY),
    "common": (*_COMMON, *ANY),
    "visit": (*_VISIT, *ANY),
    "unit": (
        Action(
            "leave", Words("退出名册", "leave the register"), "", FIELDS, ("left", "succeeded_by"), ("left",), "left"
        ),
        *ANY,
    ),
    "plan": (Action("round", Words("计划轮次", "planned round"), "rounds", day=""), *ANY),
    "checklist": (Action("aspect", Words("监督方面", "aspect"), "aspects", day=""), *ANY),
    "district": (Action("establishment", Words("编制人数", "establishment"), "establishment"), *ANY),
    "signers": (Action("key", Words("公钥", "key"), "keys", day="from"), *ANY),
    "purges": (Action("purge", Words("清除记录", "purge"), "purges"), *ANY),
    "calendar": ANY,
    "policy": ANY,
    "paper": ANY,
}
"""The actions of each kind of record, an item of a problem being one; in the order a matter takes."""
