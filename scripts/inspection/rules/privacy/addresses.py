"""Home addresses: building, unit and room; group and number of a village; a street number where somebody lives."""

import re
from collections.abc import Iterator

from inspection.rules.privacy.folding import Match

_NUMBER = r"(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,4}|[A-Za-z甲乙丙丁])"
_ROOM = r"(?:[0-9]{3,4}|[一二三四五六七八九][零〇][一二三四五六七八九]|[0-9]{1,2}(?=[室户]))"
_NOT_A_ROOM = r"(?![0-9-]|[ ]?(?:[万亿]?元|米|平|㎡|[万]?个|年|月|[多余]?户|号楼|教室|办公|会议|诊室|病房|机房|窗口))"

_UNIT = re.compile(rf"{_NUMBER} ?单元 ?(?:{_NUMBER} ?[楼层])? ?(?:{_ROOM}{_NOT_A_ROOM}|[东西中左右]户)")
_STAIRCASE = re.compile(rf"{_NUMBER} ?(?:号楼|#楼?|幢|栋|座) ?{_NUMBER} ?单元.{{0,12}}?[0-9]{{3,4}} ?[室户]")
_BUILDING = re.compile(rf"({_NUMBER}) ?(?:号楼|#楼?|幢|栋|座) ?{_ROOM} ?室?{_NOT_A_ROOM}")
_DASHED = re.compile(
    r"(?:小区|花园|苑|家园|公寓|庭|府|新村|住|住址[:：]?|里|城) ?[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}(?![0-9-])"
)
_GROUP = re.compile(
    rf"(?:{_NUMBER} ?[组队社]) ?[0-9]{{1,3}} ?号(?!楼[^0-9]|门面|[井路线泵杆机文档桥塘地棚通评令车面渠沟闸站])"
)
_HOUSE = re.compile(
    r"(?:[湾村庄屯社路街巷弄]|胡同|村民小组|自然村) ?[0-9]{1,4} ?号(?:院|楼)?的?(?=住户|居民|房屋|房主|住房|住"
    r"宅|宅基地|人家|一户|户主|村民|民房|自建房|危房)"
)
_LANE = re.compile(r"[0-9]{1,4} ?弄 ?[0-9]{1,4} ?号")
_LIVING = re.compile(
    r"(?<![单注办通经营工])(?:家住|居住|住址|住所|家庭地址|户籍(?:所在地|地址|地)|租住|租房|现住|门牌号?|居住"
    r"地|(?<![场民栋])住(?=[^房宅建]))"
    rf"(?:在|于|为|是|地|址|[:： ])*[^。；;\n,，]{{0,24}}?(?:[0-9]{{1,4}} ?(?:号(?!信箱|文|线|井)|[栋幢座弄室])"
    rf"|第?{_NUMBER}排[0-9]+号)"
)
_ADDRESS = re.compile(
    r"(?<![\u4e00-\u9fff])(?:家庭|快递|收货)?地址[:：为 ]+[^。；;\n,，]{2,24}?(?:[0-9]{1,4} ?(?:号(?!信箱)|[栋"
    r"幢座室]))|快递地址为"
)
_OFFICE = re.compile(
    r"办公|政务|行政|中心|教学|门诊|病房|综合楼|机关|大厦|法院|学校|医院|写字楼|实验|信访|窗口|厂房|仓库|大坝"
)
_WINDOW = 12


def home_addresses(text: str) -> Iterator[Match]:
    """Yield the home addresses of a folded text; offices, schools and halls are nobody's home."""
    for pattern in (_UNIT, _STAIRCASE, _DASHED, _GROUP, _HOUSE, _LANE):
        for found in pattern.finditer(text):
            yield Match(*found.span())
    for pattern in (_BUILDING, _LIVING, _ADDRESS):
        for found in pattern.finditer(text):
            if not _OFFICE.search(text, max(0, found.start() - _WINDOW), found.end() + 4):
                yield Match(*found.span())
