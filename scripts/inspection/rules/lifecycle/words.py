"""What people read for the actions, statuses, bodies and fields of an item's log.

The words are those of the schemas' labels; a test holds them together, because rules read no file.
"""

from inspection.finding import Words

ACTIONS = {
    "start": Words("启动整改", "start"),
    "report": Words("报告进展", "report"),
    "achieve": Words("基本完成", "achieve"),
    "submit": Words("申请销号", "submit"),
    "agree": Words("同意销号", "agree"),
    "return": Words("退回", "return"),
    "close": Words("销号", "close"),
    "sustain": Words("转为长期坚持", "sustain"),
    "reopen": Words("重新整改", "reopen"),
    "ask": Words("申请延期", "ask"),
    "extend": Words("同意延期", "extend"),
    "refuse": Words("不同意延期", "refuse"),
    "replan": Words("调整措施", "replan"),
    "assign": Words("调整责任", "assign"),
    "supervise": Words("督导", "supervise"),
    "withdraw": Words("撤销事项", "withdraw"),
    "correct": Words("更正", "correct"),
}
STATUSES = {
    "not_started": Words("未整改", "not started"),
    "in_progress": Words("正在整改", "in progress"),
    "basically_done": Words("基本完成", "basically done"),
    "submitted": Words("待审核销号", "submitted"),
    "closed": Words("已完成", "closed"),
    "long_term": Words("长期坚持", "long-term"),
    "withdrawn": Words("已撤销", "withdrawn"),
}
IMMEDIATE = Words("立行立改", "immediate")
FIELDS = {
    "date": "日期",
    "action": "动作",
    "by": "办理主体",
    "note": "说明",
    "done": "已完成措施",
    "next": "下一步日期",
    "vouched": "担保岗位",
    "evidence": "所附佐证",
    "how": "办理方式",
    "reason": "理由",
    "until": "延期至",
    "check": "复查日期",
    "agreed": "同意的主体",
    "visit": "依据的督查",
    "order": "依据的文件",
    "due": "新的期限",
    "add": "增加的措施",
    "drop": "取消的措施",
    "lead": "新的牵头单位",
    "responsible": "新的责任岗位",
    "paper": "决定文件",
    "into": "并入的问题",
    "entry": "更正第几条",
    "set": "更正后的内容",
    "void": "作废",
}
RESULTS = {
    "partial": Words("部分整改", "partly done"),
    "not_done": Words("未整改", "not done"),
    "rebound": Words("问题反弹", "came back"),
    "false_closure": Words("虚假销号", "false close-out"),
}


def field(name: str) -> str:
    """Return the Chinese word for a field, and the field."""
    return f"{FIELDS[name]}({name})" if name in FIELDS else name
