"""PRV01 to PRV04, PRV06 and PRV07: what no text of the ledger may hold."""

from collections.abc import Iterator

from inspection.finding import Severity
from inspection.model.record import Record
from inspection.rules.framework import Context, Sight, Sighting, rule, see
from inspection.rules.privacy.scan import Suspicion, suspicions


@rule("PRV01", Severity.ERROR, sight=Sight.RECORD)
def identity_number(context: Context) -> Iterator[Sighting]:
    """A text holds a resident identity number.

    Why: Git keeps every version for ever; what a number like this opens cannot be closed again.

    Instead: take the number out; who is meant is known from the paper in the archive, and 张某 is enough here.

    文字里有居民身份证号码。

    为什么：Git 会永久保留每一个版本，身份证号码一旦进入就再也收不回来。

    怎么改：删去号码；具体是谁以归档材料为准，这里写「张某」就够了。
    """
    for record, one in suspicions(context, "PRV01", context.head.records()):
        yield _sighting(record, one)


@rule("PRV02", Severity.ERROR, sight=Sight.RECORD)
def telephone_number(context: Context) -> Iterator[Sighting]:
    """A text holds a mobile number, or a landline stands outside the office's contact.

    Why: a number leads straight to a person, most often to the one who spoke up.

    Instead: take the number out; the office's own landline belongs in `contact` of district.yaml.

    文字里有手机号码，或者固定电话写在了「联系方式」以外的地方。

    为什么：电话号码直接指向一个人，往往就是反映问题的那个人。

    怎么改：删去号码；巡察机构自己的固定电话写在 district.yaml 的 `contact` 里。
    """
    for record, one in suspicions(context, "PRV02", context.head.records()):
        yield _sighting(record, one)
    for record, one in suspicions(context, "PRV02L", context.head.records()):
        yield _sighting(record, one)


@rule("PRV03", Severity.ERROR, sight=Sight.RECORD)
def bank_card_number(context: Context) -> Iterator[Sighting]:
    """A text holds a bank card number.

    Why: the ledger needs amounts and receipts, never the card the money went to.

    Instead: take the number out, and name the receipt in `evidence`.

    文字里有银行卡号。

    为什么：台账要的是金额和凭证，不需要知道钱进了哪张卡。

    怎么改：删去卡号，凭证写在 `evidence` 里。
    """
    for record, one in suspicions(context, "PRV03", context.head.records()):
        yield _sighting(record, one)


@rule("PRV04", Severity.ERROR, sight=Sight.RECORD)
def classification_mark(context: Context) -> Iterator[Sighting]:
    """A text holds a classification mark, such as 秘密★.

    Why: classified matter may not be on this system at all, neither copied nor quoted.

    Instead: take the text out and follow the secrecy rules; write that a paper was kept wrongly without its mark.

    文字里有国家秘密标志，如「秘密★」。

    为什么：涉密内容不得进入本系统，照抄、摘录都不行。

    怎么改：删去这段文字，按保密规定处理；反映文件保管问题时，不要照抄密级标志。
    """
    for record, one in suspicions(context, "PRV04", context.head.records()):
        yield _sighting(record, one)


@rule("PRV06", Severity.ERROR, sight=Sight.RECORD)
def personal_name(context: Context) -> Iterator[Sighting]:
    """A text most likely names a person (kin and nickname forms such as 陈奶奶 and 老李 too), and not as 某.

    Why: the ledger speaks of bodies and posts; a name harms people and proves nothing the archive does not prove.

    Instead: write 张某 or the post; in an office text that names nobody, acknowledge the finding with the reason.

    文字里很可能有人名（「陈奶奶」「老李」这类称呼也算），没有写成「某」。

    为什么：台账只写单位和岗位；写出姓名会伤到人，而证明问题靠的是归档材料。

    怎么改：写成「张某」或岗位；内部文字确实不是人名的，在记录里承认并写明理由。
    """
    for record, one in suspicions(context, "PRV06", context.head.records()):
        yield _sighting(record, one)


@rule("PRV07", Severity.ERROR, sight=Sight.RECORD)
def home_address(context: Context) -> Iterator[Sighting]:
    """A text most likely holds a home address: building, unit and room, or a house number of a village group.

    Why: in a village the door number is the name of the family.

    Instead: write the village or the community only; in an office text that is no home, acknowledge the finding.

    文字里很可能有家庭住址：楼栋、单元、房号，或者村组门牌号。

    为什么：在村里，门牌号就等于户主的名字。

    怎么改：只写到村、社区；内部文字确实不是住址的，在记录里承认并写明理由。
    """
    for record, one in suspicions(context, "PRV07", context.head.records()):
        yield _sighting(record, one)


def _sighting(record: Record, one: Suspicion) -> Sighting:
    said = one.said
    zh, en = f"{record.id} 的{said.zh}", f"{record.id}: {said.en}"
    return see(record, one.pointer, zh=zh, en=en, severity=one.severity)
