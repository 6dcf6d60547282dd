"""Forms as forges draw them: issue forms of GitHub, Gitea and Forgejo, templates of GitLab."""

from collections.abc import Iterator
from typing import Any

from inspection.emit import emit
from inspection.office.forms.questions import (
    ABOUT,
    EXAMPLE,
    FORMS,
    NEW_EVIDENCE,
    PROMISE,
    RECORD,
    Form,
    Question,
    evidence_fields,
    questions,
)
from inspection.read.schema import Schemas

PROMISED = "以上情况属实，可以核查；文字里没有姓名、证件号码、电话、住址和涉密内容。"
WARNING = (
    "请只写情况，不写姓名（写成张某）、证件号码、电话、住址，不传附件，不写涉密内容。"
    "提交以后系统会自动核对：没有问题就转给巡察办，有问题会在下面留言告诉您怎么改，改好保存即可，不用另开一张。"
)
Json = dict[str, Any]


def issue_forms(schemas: Schemas) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each issue form, and of the page that lists them."""
    for form in FORMS:
        yield f".github/ISSUE_TEMPLATE/{form.file}.yml", emit(_issue_form(form, schemas))
    yield ".github/ISSUE_TEMPLATE/config.yml", emit({"blank_issues_enabled": False})


def templates(schemas: Schemas) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each template of GitLab, which knows no forms: the same headings."""
    for form in FORMS:
        lines = [f"<!-- {WARNING} -->", ""]
        for one in _parts(form, schemas):
            attributes = one["attributes"]
            if one["type"] == "markdown":
                continue
            lines += [f"### {attributes['label']}", ""]
            if "options" in attributes:
                options = [each["label"] if isinstance(each, dict) else each for each in attributes["options"]]
                chosen = one["type"] == "checkboxes" or len(options) == 1
                lines += options if chosen else [f"<!-- 从这些里选一个：{'、'.join(options)} -->"]
            else:
                lines.append(f"<!-- {attributes['description']} -->")
            lines.append("")
        yield f".gitlab/issue_templates/{form.name}.md", "\n".join(lines)


def _issue_form(form: Form, schemas: Schemas) -> Json:
    return {
        "name": form.name,
        "description": f"{'整改事项' if form.kind == 'item' else '共性问题自查'}：{form.name}，由本单位账号填报",
        "title": f"{form.name}：",
        "body": list(_parts(form, schemas)),
    }


def _parts(form: Form, schemas: Schemas) -> Iterator[Json]:
    yield {"type": "markdown", "attributes": {"value": WARNING}}
    yield _dropdown("about", ABOUT, "不用改", [form.name], required=True)
    help_ = f"写成 {EXAMPLE[form.kind]}，见交办清单或提醒"
    yield _input("record", RECORD[form.kind], help_, EXAMPLE[form.kind], required=True)
    for one in questions(form, schemas):
        yield _part(one)
    if form.brings_evidence:
        names = "；".join(field.label.zh for field in evidence_fields(schemas))
        kinds = "、".join(option.label.zh for option in evidence_fields(schemas)[0].codes)
        help_ = f"一份材料一行，写成「{names}」，存放位置可以不写；种类有 {kinds}。"
        help_ += "校验值不会算请问巡察办；原件另送，不要传到这里"
        example = f"文件资料；招租公告；2024-07-10；{'0123456789abcdef' * 4}；档案室 2024-17"
        yield _area("new-evidence", NEW_EVIDENCE, help_, example, required=False)
    promise = {"label": PROMISED, "required": True}
    yield {"type": "checkboxes", "id": "promise", "attributes": {"label": PROMISE, "options": [promise]}}


def _part(one: Question) -> Json:
    name, field = one.name.replace(".", "-"), one.field
    form = field.form if field is not None else "text"
    if field is not None and field.codes and form == "text":
        return _dropdown(name, one.label, "选一项", [option.label.zh for option in field.codes], required=one.required)
    if one.name == "note":
        return _area(name, one.label, one.help, "", required=one.required)
    example = {"day": "2024-06-20", "count": "0", "list": "E1、E2" if one.name == "evidence" else "M1、M2"}.get(
        form, ""
    )
    return _input(name, one.label, one.help, example, required=one.required)


def _dropdown(name: str, label: str, help_: str, options: list[str], *, required: bool) -> Json:
    attributes: Json = {"label": label, "description": help_, "options": options}
    if len(options) == 1:
        attributes["default"] = 0
    return _valid({"type": "dropdown", "id": name, "attributes": attributes}, required=required)


def _input(name: str, label: str, help_: str, example: str, *, required: bool) -> Json:
    attributes = {"label": label, "description": help_, **({"placeholder": example} if example else {})}
    return _valid({"type": "input", "id": name, "attributes": attributes}, required=required)


def _area(name: str, label: str, help_: str, example: str, *, required: bool) -> Json:
    attributes = {"label": label, "description": help_, **({"placeholder": example} if example else {})}
    return _valid({"type": "textarea", "id": name, "attributes": attributes}, required=required)


def _valid(part: Json, *, required: bool) -> Json:
    return {**part, "validations": {"required": required}}
