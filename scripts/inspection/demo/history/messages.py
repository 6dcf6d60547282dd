"""What a commit says: the records and what was written in them, as an office puts it."""

from collections.abc import Mapping, Sequence

from inspection.demo.history.acts import Act, Part
from inspection.demo.history.bodies import Bodies
from inspection.demo.places import Record

_ACTIONS = {
    "start": "启动整改",
    "report": "报告进展",
    "achieve": "基本完成",
    "submit": "申请销号",
    "agree": "同意销号",
    "return": "退回",
    "close": "销号",
    "sustain": "转入长期坚持",
    "reopen": "重新整改",
    "ask": "申请延期",
    "extend": "同意延期",
    "refuse": "不同意延期",
    "replan": "调整措施",
    "assign": "调整责任",
    "supervise": "督办",
    "withdraw": "撤销事项",
    "correct": "更正记载",
}
_LETTERS = {
    "issue": "发函",
    "receive": "签收",
    "reply": "回复",
    "accept": "认可回复",
    "return": "退回回复",
    "withdraw": "撤回函件",
}
_NEW = {
    "checklists": "发布清单",
    "calendar": "公布节假日安排",
    "common": "印发共性问题",
    "letters": "发函",
    "papers": "印发文件",
    "people": "选调干部",
    "plan": "制定计划",
    "policy": "施行政策",
    "problems": "登记问题",
    "rounds": "部署巡察",
    "units": "登记单位",
    "visits": "登记督查",
}
_PARTS = {
    "acknowledged": "说明情形",
    "activities": "走访座谈",
    "after": "巡后工作",
    "again": "责令再次整改",
    "announced": "发布公告",
    "announcements": "发布公告",
    "briefings": "情况通报",
    "campaign": "开展专项行动",
    "checked": "登记核查结果",
    "clues": "移交线索",
    "common": "归入共性问题",
    "consultations": "征求意见",
    "copied": "抄送反馈意见",
    "corrections": "更正",
    "disclosure": "确定公开范围",
    "evaluation": "开展评价",
    "evidence": "提交佐证",
    "feedback": "反馈意见",
    "groups": "组建巡察组",
    "handovers": "责任交接",
    "items": "制定整改措施",
    "left": "单位变更",
    "life_meeting": "召开专题会",
    "lists": "移交清单",
    "log": "登记经历",
    "matters": "登记群众反映",
    "meetings": "召开会议",
    "notified": "告知分管领导",
    "outcome": "登记成果",
    "outputs": "登记成果",
    "plan": "报送整改方案",
    "progress": "报告进展",
    "public": "审定公开文本",
    "publication": "公开整改情况",
    "reported": "听取汇报",
    "report": "报送整改报告",
    "responses": "登记社会反馈",
    "reviews": "审核",
    "selection": "选调程序",
    "sent": "反馈督查结果",
    "signed": "签收反馈意见",
    "talks": "提醒谈话",
    "terms": "制定规划",
    "training": "开展培训",
}


class Messages:
    """Says what was written.

    Args:
        records: The finished records by path.
        bodies: What the bodies are called.
    """

    def __init__(self, records: Mapping[str, Record], bodies: Bodies) -> None:
        """Keep what the words are taken from."""
        self._records = records
        self._bodies = bodies

    def act(self, act: Act) -> str:
        """Return the message of an act: one line, or a summary and a line for each matter."""
        whole = {part.path for part in act.parts if not part.pointer}
        rows = [(self._name(part), self._what(part)) for part in act.parts if not part.pointer or part.path not in whole]
        lines = list(dict.fromkeys(f"{name}：{what}" for name, what in rows))
        if len(lines) == 1:
            return lines[0]
        whats = list(dict.fromkeys(what for _, what in rows))
        more = "等" if len(whats) > 3 else ""
        about = self._bodies.name(act.matter) if act.of_unit else act.matter.split("/")[-1]
        return "\n".join([f"{about}：{'、'.join(whats[:3])}{more}（{len(lines)} 项）", "", *lines])

    def merge(self, some: Sequence[Act]) -> str:
        """Return the message of the merge of a unit's day."""
        return f"合并 {self._bodies.name(some[0].matter)} {some[0].day.isoformat()} 的 {len(some)} 次登记"

    def _name(self, part: Part) -> str:
        name = part.path.rsplit("/", 1)[-1].removesuffix(".yaml")
        folders = part.path.split("/")
        if folders[0] in {"rounds", "common"}:
            own = name in {"round", "common"}
            return folders[1] if own else f"{folders[1]} {self._bodies.name(name)}"
        if part.pointer[:1] == ("items",) and len(part.pointer) > 1:
            return f"{name} 第{self._records[part.path]['items'][part.pointer[1]]['id']}项"
        return self._bodies.name(name) if folders[0] == "units" else name

    def _what(self, part: Part) -> str:
        if not part.pointer:
            folder = part.path.split("/")[0]
            if folder in {"rounds", "common"} and not part.path.endswith(("/round.yaml", "/common.yaml")):
                return "列入巡察" if folder == "rounds" else "报送自查"
            return _NEW.get(folder, "登记")
        if "log" in part.pointer and len(part.pointer) > 1:
            return self._entry(part)
        named = [key for key in part.pointer if key in _PARTS]
        return _PARTS[str(named[-1])] if named else "登记"

    def _entry(self, part: Part) -> str:
        node: object = self._records[part.path]
        for key in part.pointer[: part.pointer.index("log") + 2]:
            node = node[key]  # type: ignore[index]
        action = node.get("action") if isinstance(node, dict) else None
        return (_LETTERS if part.path.startswith("letters/") else _ACTIONS).get(str(action), "登记经历")
