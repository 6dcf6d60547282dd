"""Names of places that do not exist: two rare, watery characters each.

No name is that of a real township, subdistrict, county or district, nor found inside one; a test holds them against
the civil affairs ministry's list. The pairs left out below are real places or parts of their names.
"""

from collections.abc import Iterator
from itertools import chain, product

from inspection.demo.chance import Chance

_FIRST = (
    "汀ting 沄yun 漪yi 荻di 蘅heng 泠ling 芷zhi 汐xi 鹭lu 苇wei 湄mei 浔xun 澄cheng 沅yuan 菱ling 蓼liao "
    "浥yi 潆ying 溯su 潋lian 沁qin 淙cong 滟yan 渌lu 漾yang 澹dan 漱shu 枕zhen 鸥ou 莼chun 藻zao 蒹jian "
    "葭jia 桨jiang 橹lu 篷peng 澈che 泓hong 涟lian 溦wei 霁ji 霭ai"
)
_SECOND = "渚zhu 渡du 浦pu 洲zhou 溪xi 川chuan 湾wan 塘tang 滩tan 泽ze 溇lou 港gang 澜lan 堰yan 桥qiao 岸an 屿yu 坞wu"
_SIDES = "东dong 西xi 南nan 北bei 上shang 下xia"
_REAL = (
    "汀洲 汀溪 汀塘 汀港 汀桥 荻浦 荻洲 荻溪 荻港 芷溪 芷湾 汐浦 鹭洲 鹭溪 苇湾 苇塘 苇滩 湄浦 湄洲 湄溪 "
    "湄塘 湄港 湄桥 浔溪 澄渚 澄溪 澄湾 澄塘 澄滩 澄港 澄桥 沅洲 沅溪 菱溪 菱塘 蓼洲 蓼塘 蓼岸 蓼坞 潆溪 "
    "潋溪 沁川 沁塘 滟澜 渌渚 漾滩 鸥浦 莼塘 藻渡 藻溪 藻塘 涟溪 涟滩 霭溪 鹭湾 鹭塘 鹭港 鹭屿 苇岸 澄渡 "
    "菱桥 葭浦 篷溪 涟洲 涟岸"
)

TOWNS = (
    ("澜汀", "lanting", "街道"),
    ("漪渡", "yidu", "街道"),
    ("芷汀", "zhiting", "街道"),
    ("荻渚", "dizhu", "镇"),
    ("鹭渚", "luzhu", "街道"),
    ("蘅洲", "hengzhou", "镇"),
    ("澄漪", "chengyi", "街道"),
    ("沅渚", "yuanzhu", "镇"),
    ("菱渚", "lingzhu", "街道"),
    ("溯川", "suchuan", "镇"),
    ("泠川", "lingchuan", "乡"),
    ("蓼汀", "liaoting", "乡"),
)
"""The district's townships and subdistricts: name, id, rank."""


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(word[0], word[1:]) for word in text.split()]


def place_names(chance: Chance) -> Iterator[tuple[str, str]]:
    """Yield names and their spellings, each name and each spelling once.

    There are about 600 names of two characters, and after them about 20,000 with 东, 西, 南, 北, 上 or 下 before them.
    """
    taken = {spelling for _, spelling, _ in TOWNS}
    names = {name for name, _, _ in TOWNS}
    real = set(_REAL.split())
    stems = [
        (first + second, sound + other)
        for first, sound in _pairs(_FIRST)
        for second, other in _pairs(_SECOND)
        if first + second not in real and first + second not in names
    ]
    stems = chance.shuffled(stems)
    for sides in chain.from_iterable(product(_pairs(_SIDES), repeat=count) for count in range(3)):
        before = "".join(side for side, _ in sides)
        sounds = "".join(sound for _, sound in sides)
        for name, spelling in stems:
            if sounds + spelling not in taken:
                taken.add(sounds + spelling)
                yield before + name, sounds + spelling
