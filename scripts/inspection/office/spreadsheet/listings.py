"""The lists of the workbook: problems, tasks, responsibilities, supervision, and the items' logs."""

from inspection.labels import Labels, Wording
from inspection.office.desk import Desk
from inspection.office.spreadsheet import derived as of
from inspection.office.spreadsheet.columns import Column, Form, Listing, Mode, Row, Typed, Until
from inspection.office.spreadsheet.derived import derived
from inspection.office.spreadsheet.fields import fact, fill
from inspection.office.spreadsheet.log_columns import filled_in, logged
from inspection.office.spreadsheet.measures import measures_shown

PROBLEMS, TASKS, RESPONSIBILITIES, SUPERVISION, LOGS = "problems", "tasks", "responsibilities", "supervision", "logs"
"""The keys of the lists."""


def listings(labels: Labels) -> tuple[Listing, ...]:
    """Return every list, in the order of the workbook's sheets."""
    return (_problems(labels), _tasks(labels), _responsibilities(), _supervision(labels), _logs(labels))


def _problems(labels: Labels) -> Listing:
    return Listing(
        PROBLEMS,
        Wording("问题清单", "Problems"),
        Wording(
            "一个问题一行。新增问题：在最后一行下面填写，问题编号留空，由程序编号。",
            "One row a problem. A new one goes below the last row, without an id: the program gives it.",
        ),
        (
            Column(
                "id",
                Wording("问题编号", "Problem"),
                Wording("由程序编号，不能改；新增的行留空。", "Given by the program; empty for a new row."),
                Form.ID,
                Mode.KEY,
                of.problem_id,
                width=14,
            ),
            Column(
                "round",
                Wording("轮次", "Round"),
                Wording("轮次编号，写成 R13-05；新增的行必填。", "Id of the round, such as R13-05."),
                Form.ID,
                Mode.FACT,
                of.round_of,
                width=9,
            ),
            *_problem_facts(labels),
            derived("items", "整改事项数", "Items", of.items, Form.NUMBER),
            derived("closed", "已完成事项", "Closed items", of.closed_items, Form.NUMBER),
            derived("status", "整改状态", "Status", of.status, Form.CODE, vocabulary="status"),
            derived("late", "是否逾期", "Overdue", of.late, Form.FLAG, width=9),
        ),
        local_help=Wording("一个问题一行，供对照；发现有误请告诉巡察办。", "One row a problem, to look at."),
    )


def _problem_facts(labels: Labels) -> tuple[Column, ...]:
    return (
        fact(labels, "unit", Form.UNIT),
        fact(labels, "category", Form.CODE, Until.ALWAYS, width=16),
        fact(labels, "statement", Form.TEXT, Until.FEEDBACK, width=48),
        fact(labels, "nature", Form.CODE, Until.ALWAYS, width=10),
        fact(labels, "source", Form.CODE, Until.ALWAYS, width=12, local=False),
        fact(labels, "found", Form.DAY),
        fact(labels, "in_feedback", Form.FLAG, Until.FEEDBACK),
        fact(labels, "basis", Form.TEXT, Until.ALWAYS),
        fact(labels, "checked_by", Form.ID, Until.ALWAYS, width=18, local=False),
        fact(labels, "amount", Form.YUAN),
        fact(labels, "names_person", Form.FLAG, Until.ALWAYS, local=False),
        fact(labels, "prominent", Form.FLAG, Until.ALWAYS, local=False),
        fact(labels, "common", Form.ID, Until.ALWAYS, local=False),
        fact(labels, "follows", Form.ID, Until.ALWAYS, width=14, local=False),
        fact(labels, "public.number", Form.NUMBER, local=False),
        fact(labels, "public.title", Form.TEXT, Until.ALWAYS, local=False),
        fact(labels, "public.result", Form.TEXT, Until.ALWAYS, local=False),
        fact(labels, "disclosure.society", Form.CODE, Until.ALWAYS, local=False),
        fact(labels, "disclosure.reason", Form.CODE, Until.ALWAYS, local=False),
    )


def _tasks(labels: Labels) -> Listing:
    return Listing(
        TASKS,
        Wording("任务清单", "Tasks"),
        Wording(
            "一个整改事项一行。「填报」各列填一条新的整改记录，读入后写进台账；新增事项时事项编号留空，写明问题编号。",
            "One row an item. The columns marked New become a new entry of its log.",
        ),
        (
            _item_key(),
            derived("problem", "问题编号", "Problem", of.problem_id, Form.ID, width=14)._replace(
                mode=Mode.FACT,
                help=Wording("由程序填写；新增事项时写明问题编号。", "Computed; for a new item the id of its problem."),
            ),
            derived("unit", "被巡察党组织", "Inspected unit", of.unit, Form.UNIT, width=20),
            derived("statement", "问题表述", "Statement", of.statement, width=36),
            fact(labels, "items.task", Form.TEXT, Until.ACCEPTED, width=30),
            fact(labels, "items.goal", Form.TEXT, Until.ALWAYS),
            fact(labels, "items.kind", Form.CODE, Until.ACCEPTED),
            fact(labels, "items.measures", Form.MEASURES, Until.ACCEPTED, mend="replan")._replace(value=_measures),
            fact(labels, "items.lead", Form.UNIT, Until.ACCEPTED, mend="assign"),
            fact(labels, "items.partners", Form.UNITS, Until.ALWAYS),
            fact(labels, "items.responsible", Form.TEXT, Until.ACCEPTED, mend="assign", width=18),
            fact(labels, "items.due", Form.DAY, mend="ask"),
            fact(labels, "items.due_reason", Form.TEXT, Until.ALWAYS, width=16),
            fact(labels, "items.public.task", Form.TEXT, Until.ALWAYS, local=False),
            derived("current_due", "现行期限", "Due now", of.due, Form.DAY),
            derived("status", "整改状态", "Status", of.status, Form.CODE, vocabulary="status"),
            derived("progress", "整改进展", "Progress", of.progress, width=40),
            *filled_in(labels),
        ),
        local_help=Wording(
            "一个整改事项一行。黄色的「填报」各列填一条新的整改进展，交回巡察办读入。",
            "One row an item. The columns marked New become a new entry of its log.",
        ),
    )


def _responsibilities() -> Listing:
    return Listing(
        RESPONSIBILITIES,
        Wording("责任清单", "Responsibilities"),
        Wording(
            "谁对哪个整改事项负责；由程序填写，改动不读入。",
            "Who answers for which item; computed, and not read back.",
        ),
        (
            _item_key(),
            derived("unit", "被巡察党组织", "Inspected unit", of.unit, Form.UNIT, width=20),
            derived("statement", "问题表述", "Statement", of.statement, width=40),
            derived("leader", "分管领导", "Leader in charge", of.leader_in_charge, width=18),
            derived("head", "第一责任人", "First responsible", of.head, width=18),
            derived("lead", "牵头单位", "Leading unit", of.lead, Form.UNIT, width=20),
            derived("partners", "配合单位", "Partners", _partners, Form.UNITS, width=20),
            derived("responsible", "责任岗位", "Responsible post", of.responsible, width=18),
            derived("measures", "整改措施", "Measures", _measures, width=44),
            derived("first_due", "整改期限", "First due day", _first_due, Form.DAY),
            derived("current_due", "现行期限", "Due now", of.due, Form.DAY),
            derived("status", "整改状态", "Status", of.status, Form.CODE, vocabulary="status"),
        ),
    )


def _supervision(labels: Labels) -> Listing:
    return Listing(
        SUPERVISION,
        Wording("督办清单", "Supervision"),
        Wording(
            "没有销号的整改事项。「填报」各列填一次新的督办，读入后写进台账。",
            "Items not closed. The columns marked New become a new entry of supervision.",
        ),
        (
            _item_key(),
            derived("unit", "被巡察党组织", "Inspected unit", of.unit, Form.UNIT, width=20),
            derived("task", "整改任务", "Task", _task, width=36),
            derived("lead", "牵头单位", "Leading unit", of.lead, Form.UNIT, width=20),
            derived("responsible", "责任岗位", "Responsible post", of.responsible, width=18),
            derived("lamp", "亮灯", "Light", of.lamp, width=6),
            derived("current_due", "现行期限", "Due now", of.due, Form.DAY),
            derived("left", "剩余天数", "Days left", of.days_left, Form.NUMBER, width=9),
            derived("status", "整改状态", "Status", of.status, Form.CODE, vocabulary="status"),
            derived("reviewers", "待审核单位", "Waiting for", of.reviewers, Form.BODIES, width=20),
            derived("extensions", "延期次数", "Extensions", of.extensions, Form.NUMBER, width=9),
            derived("returns", "退回次数", "Returns", of.returns, Form.NUMBER, width=9),
            derived("urged", "督办次数", "Times supervised", of.urged, Form.NUMBER, width=9),
            derived("last_urged", "最近督办", "Last supervised", of.last_urged, width=30),
            fill(labels, "items.log.date", Form.DAY),
            fill(labels, "items.log.by", Form.BODY),
            fill(labels, "items.log.how", Form.CODE),
            fill(labels, "items.log.note", Form.TEXT, width=36),
        ),
    )


def _logs(labels: Labels) -> Listing:
    return Listing(
        LOGS,
        Wording("整改记录", "Log"),
        Wording(
            "整改记录，一条一行。已有的行不能改；补记的写在最后一行下面，事项编号必填，条序留空。",
            "The items' logs, one row an entry. What is there does not change; new ones go below, without a number.",
        ),
        (
            _item_key(),
            derived("place", "条序", "Entry", of.place, Form.NUMBER, width=6),
            *logged(labels),
            derived("correction", "更正内容", "Correction", of.correction, width=24, local=False),
        ),
        fixed=2,
    )


def _item_key() -> Column:
    return Column(
        "id",
        Wording("事项编号", "Item"),
        Wording("问题编号/事项序号，由程序编号，不能改。", "The problem's id and the item's number; never changed."),
        Form.ID,
        Mode.KEY,
        of.reference,
        width=16,
    )


def _measures(_desk: Desk, row: Row) -> Typed:
    held = row.life.measures if row.life is not None else row.item.measures if row.item is not None else ()
    return measures_shown(held) or None


def _partners(_desk: Desk, row: Row) -> Typed:
    return row.item.partners if row.item is not None else None


def _first_due(_desk: Desk, row: Row) -> Typed:
    return row.item.due if row.item is not None else None


def _task(_desk: Desk, row: Row) -> Typed:
    return row.item.task if row.item is not None else None
