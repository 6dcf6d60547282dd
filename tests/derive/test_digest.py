import hashlib

from tests.derive.making import a_problem, an_item

from inspection.derive.digest import society_digest

SHOWN = {"society": "shown"}


def problem(number, *items, **other):
    public = {"number": number, "title": "集体房产出租未公开招租", "result": "已公开招租并补签合同"}
    return a_problem(*items, **{"identity": f"R13-05-{number:04}", "public": public, "disclosure": SHOWN, **other})


def item(number=1, task="重新公开招租并补签合同"):
    return an_item([], id=number, **({"public": {"task": task}} if task else {}))


def digest_of(text):
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def test_the_digest_is_that_of_the_contract():
    assert society_digest([problem(1, item())], {}) == "790ae4f8cbcd244598a2c69c859c237e"


def test_nothing_is_escaped_that_need_not_be():
    public = {"number": 1, "title": '引号"与<标签>&反斜杠\\', "result": "第一行\n第二行/完"}
    text = '[[1,"引号\\"与<标签>&反斜杠\\\\","第一行\\n第二行/完",[]]]'

    assert society_digest([problem(1, public=public)], {}) == digest_of(text)


def test_problems_come_by_number_and_tasks_by_id():
    first, second = problem(1, item(2, "乙"), item(1, "甲")), problem(2, public={"number": 2, "title": "二"})
    text = '[[1,"集体房产出租未公开招租","已公开招租并补签合同",["甲","乙"]],[2,"二","",[]]]'

    assert society_digest([second, first], {}) == digest_of(text)


def test_absent_texts_are_empty_and_withdrawn_items_left_out():
    one = problem(1, item(1, None), item(2, "乙"))
    text = '[[1,"集体房产出租未公开招租","已公开招租并补签合同",[""]]]'

    assert society_digest([one], {one.id: {2}}) == digest_of(text)


def test_what_is_not_shown_is_not_in_it():
    withheld = problem(2, item(), disclosure={"society": "withheld", "reason": "privacy"})
    undecided = problem(3, item(), disclosure=None)
    untold = problem(4, item(), public=None)

    assert society_digest([withheld, undecided, untold, problem(1, item())], {}) == "790ae4f8cbcd244598a2c69c859c237e"
    assert society_digest([withheld], {}) == digest_of("[]")
