"""Stages, signatures, reviews and the work of the rounds, in words."""

from inspection.derive.figures.catalogue_row import Row

_STAGES = (
    (
        "feedback",
        "反馈",
        "Feedback",
        "向应反馈的对象反馈、签收并抄送齐全；期限：反馈后的签收期限",
        "given, signed and copied to all the duties name; due by the period for signatures",
    ),
    ("plan", "整改方案", "Plan", "方案已报送", "the plan was submitted"),
    ("life_meeting", "专题民主（组织）生活会", "Life meeting", "会议已召开", "the meeting was held"),
    (
        "report",
        "整改报告",
        "Report",
        "整改报告及主要负责人报告都已报送",
        "the report and the head's own report were submitted",
    ),
    (
        "evaluation",
        "整改评估",
        "Evaluation",
        "已评估；期限自报告通过之日起算",
        "evaluated; the period runs from the day the report was accepted",
    ),
    (
        "publication",
        "向社会公开",
        "Publication",
        "已评估的为应完成；公示在且没有撤回为完成",
        "due once evaluated; done when a notice to society stands, not retracted",
    ),
)

_REVIEWS = (
    ("plan", "整改方案审核", "Plans"),
    ("life_meeting", "生活会材料审核", "Life meetings"),
    ("report", "整改报告审核", "Reports"),
)

_STAGE_ROWS = tuple(
    row
    for key, zh, en, formula_zh, formula_en in _STAGES
    for row in (
        Row(f"stages.{key}", zh, en, formula_zh, formula_en),
        Row(f"stages.{key}.done", "已完成", "Done"),
        Row(f"stages.{key}.due", "应完成", "Due"),
        Row(f"stages.{key}.by_kind", "按单位类型", "By kind", codes="unit_kind"),
    )
)

_REVIEW_ROWS = tuple(
    row
    for key, zh, en in _REVIEWS
    for row in (
        Row(f"reviews.{key}", zh, en),
        Row(f"reviews.{key}.organizations", "审核的党组织", "Organizations", "不重复计", "each once"),
        Row(f"reviews.{key}.deviations", "查出偏差", "Deviations"),
        Row(f"reviews.{key}.opinions", "提出意见", "Opinions"),
    )
)

WORK = (
    Row(
        "stages",
        "整改环节",
        "Stages",
        "应完成：期限已过的巡察单位次；已完成：其中已经完成的（包括逾期完成）",
        "due: inspections whose deadline for it has passed; done: those of them that did it, late ones too",
        "期限未到的，即使已经完成",
        "what is not due yet, even when done",
    ),
    *_STAGE_ROWS,
    Row(
        "signatures",
        "签收",
        "Signatures",
        "本届反馈中，当日或之前签收、参加的",
        "of the term's feedback, what was signed and attended by the day",
    ),
    Row("signatures.leader_in_charge", "分管领导已签收", "Signed by the leader in charge"),
    Row("signatures.attended", "分管领导参加反馈人次", "Attendances of leaders at feedback"),
    Row("reviews", "三项审核", "The three reviews", "每次审核都计入", "every review counts"),
    *_REVIEW_ROWS,
    Row("opinions", "反馈意见建议", "Opinions in feedback", "签发的反馈意见所载条数", "as in the signed papers"),
    Row("outputs", "巡察成果", "Outputs of rounds", "按类别的数量之和", "quantities by kind", codes="output_kind"),
    Row("matters", "群众反映事项", "Matters people raised", "已结束月份的件数", "of the months that have ended"),
    Row("matters.received", "收到", "Received"),
    Row("matters.answered", "答复", "Answered"),
    Row(
        "activities",
        "现场工作",
        "Work on site",
        "各轮次与各单位记录之和",
        "what rounds and inspections record, added",
        codes="activity_kind",
    ),
    Row("activities.households", "户", "Households"),
    Row("activities.of", "应访户", "Of households"),
    Row("activities.person_times", "人次", "Person-times"),
    Row("activities.issued", "发放份数", "Issued"),
    Row("activities.returned", "回收份数", "Returned"),
    Row("activities.documents", "份", "Documents"),
    Row("announcements", "巡察公告", "Announcements", "各轮次当日或之前张贴、发布之和", "of rounds, by the day, added"),
    Row("announcements.sheets", "张", "Sheets"),
    Row("briefings", "情况通报", "Briefings", "各轮次当日或之前收到的", "what rounds were told by the day"),
    Row("briefings.batches", "批次", "Batches"),
    Row("briefings.documents", "资料份数", "Documents"),
    Row("training", "巡前培训", "Training", "各轮次当日或之前的课次", "the lessons of rounds by the day"),
    Row("training.lessons", "课次", "Lessons"),
    Row("training.lecturers", "授课人次", "Lecturers", "各课之和", "summed over the lessons"),
    Row("training.person_times", "参训人次", "Person-times", codes="training_level"),
)
