from zoneinfo import ZoneInfo

from tests.history.repositories import PATH, PROBLEM, REPORT, SUBMIT, UNIT, first

SHANGHAI = ZoneInfo("Asia/Shanghai")
LOG = "/items/0/log"


def test_each_fact_has_the_commit_that_first_told_it(repository):
    one = repository.commit({PATH: PROBLEM})
    two = repository.commit({PATH: PROBLEM + REPORT}, "2024-07-20T10:00:00+0800")
    repository.commit({PATH: PROBLEM.replace("专班", "专班") + REPORT + "\n# 注\n"})
    trail = repository.trails()[PATH]

    assert first(trail) == {"/found": one, "/items/0/due": one, f"{LOG}/0": one, f"{LOG}/1": two}
    assert {one.fact.pointer: one.delay(SHANGHAI) for one in trail.facts}[f"{LOG}/1"] == 5
    assert all(one.held and one.removed is None for one in trail.facts)


def test_a_day_is_counted_in_the_zone_of_the_district(repository):
    repository.commit({PATH: PROBLEM}, "2024-06-20T20:00:00+0000")
    (fact,) = (one for one in repository.trails()[PATH].facts if one.fact.action == "start")

    assert (fact.delay(SHANGHAI), fact.delay(ZoneInfo("UTC"))) == (1, 0)


def test_a_fact_altered_and_altered_back_was_recorded_at_first(repository):
    one = repository.commit({PATH: PROBLEM + REPORT})
    two = repository.commit({PATH: PROBLEM + REPORT.replace("07-15", "07-01")})
    repository.commit({PATH: PROBLEM + REPORT})
    trail = repository.trails()[PATH]
    forged = [fact for fact in trail.facts if not fact.held]

    assert first(trail)[f"{LOG}/1"] == one or forged[0].commit.id == two
    assert [(fact.commit.id, fact.fact.day.isoformat()) for fact in forged] == [(two, "2024-07-01")]


def test_what_was_altered_names_the_commit(repository):
    repository.commit({PATH: PROBLEM + REPORT})
    two = repository.commit({PATH: PROBLEM + SUBMIT})
    (gone,) = (fact for fact in repository.trails()[PATH].facts if not fact.held)

    assert (gone.fact.action, gone.removed.id) == ("report", two)


def test_a_moved_file_keeps_its_history(repository):
    one = repository.commit({PATH: PROBLEM})
    now = "problems/R13-05/R13-05-0138.yaml"
    two = repository.commit({PATH: None, now: PROBLEM})
    trail = repository.trails()[now]

    assert set(first(trail).values()) == {one}
    assert [(move.commit.id, move.was, move.now) for move in trail.moves] == [(two, PATH, now)]
    assert trail.deleted is None


def test_a_file_moved_and_changed_in_one_commit_keeps_its_history(repository):
    one = repository.commit({PATH: PROBLEM, "units/a.yaml": UNIT})
    now = "problems/R13-05/R13-05-0138.yaml"
    two = repository.commit({PATH: None, now: PROBLEM + REPORT, "units/a.yaml": None, "units/b.yaml": "name: x\n"})
    found = repository.trails()

    assert first(found[now]) == {"/found": one, "/items/0/due": one, f"{LOG}/0": one, f"{LOG}/1": two}
    assert found["units/a.yaml"].deleted.id == two
    assert found["units/b.yaml"].moves == ()


def test_a_record_in_the_wrong_place_is_followed_by_its_id(repository):
    one = repository.commit({"rounds/R13-04/gushan.yaml": "onsite: {from: 2024-03-04, to: 2024-04-28}\n"})
    text = "onsite: {from: 2024-03-04, to: 2024-04-29}\nhead: 社区党总支书记，负总责，对整改工作直接过问\n"
    repository.commit({"rounds/R13-04/gushan.yaml": None, "rounds/R13-05/gushan.yaml": text})

    assert first(repository.trails()["rounds/R13-05/gushan.yaml"])["/onsite/from"] == one


def test_a_file_that_comes_back_elsewhere_keeps_its_history(repository):
    one = repository.commit({PATH: PROBLEM})
    repository.commit({PATH: None})
    now = "problems/R13-05/R13-05-0138.yaml"
    repository.commit({now: PROBLEM})

    assert set(first(repository.trails()[now]).values()) == {one}


def test_a_deleted_record_has_a_trail_and_who_deleted_it(repository):
    one = repository.commit({PATH: PROBLEM, "units/a.yaml": UNIT})
    two = repository.commit({PATH: None}, who="unit")
    trail = repository.trails()[PATH]

    assert set(first(trail).values()) == {one}
    assert (trail.deleted.id, trail.deleted.author.name) == (two, "unit")
    assert {fact.removed.id for fact in trail.facts} == {two}


def test_a_deleted_file_that_is_added_again_was_recorded_at_first(repository):
    one = repository.commit({PATH: PROBLEM, "units/a.yaml": UNIT})
    repository.commit({PATH: None})
    repository.commit({PATH: PROBLEM})
    trail = repository.trails()[PATH]

    assert set(first(trail).values()) == {one}
    assert (trail.deleted, {fact.held for fact in trail.facts}) == (None, {True})


def test_a_version_nobody_can_read_loses_nothing(repository):
    one = repository.commit({PATH: PROBLEM})
    broken = repository.commit({PATH: PROBLEM + "  x: [\n"})
    two = repository.commit({PATH: PROBLEM + REPORT})
    trail = repository.trails()[PATH]

    assert [commit.id for commit in trail.broken] == [broken]
    assert first(trail) == {"/found": one, "/items/0/due": one, f"{LOG}/0": one, f"{LOG}/1": two}
    assert all(fact.held for fact in trail.facts)


def test_a_head_nobody_can_read_still_holds_what_it_held(repository):
    repository.commit({PATH: PROBLEM})
    repository.commit({PATH: "\xff: ["})

    assert [fact.held for fact in repository.trails()[PATH].facts] == [True] * 3


def branches(repository, left, right):
    """The same entry recorded on two branches that are merged; each told when."""
    repository.commit({PATH: PROBLEM}, "2024-06-21T10:00:00+0800")
    repository.git("checkout", "-q", "-b", "side")
    one = repository.commit({PATH: PROBLEM + REPORT}, left)
    repository.git("checkout", "-q", "main")
    two = repository.commit({PATH: PROBLEM + REPORT, "units/a.yaml": UNIT}, right)
    repository.git("merge", "-q", "--no-edit", "side")
    return one, two


def test_of_two_branches_the_earlier_commit_is_the_first(repository):
    one, _ = branches(repository, "2024-07-16T10:00:00+0800", "2024-07-17T10:00:00+0800")

    assert first(repository.trails()[PATH])[f"{LOG}/1"] == one


def test_of_two_branches_the_earlier_commit_is_the_first_the_other_way_round(repository):
    _, two = branches(repository, "2024-07-17T10:00:00+0800", "2024-07-16T10:00:00+0800")

    assert first(repository.trails()[PATH])[f"{LOG}/1"] == two


def test_a_backdated_commit_never_comes_before_its_ancestors(repository):
    one = repository.commit({PATH: PROBLEM + REPORT}, "2024-07-20T10:00:00+0800")
    repository.commit({PATH: PROBLEM + REPORT + SUBMIT}, "2024-01-01T10:00:00+0800")

    assert first(repository.trails()[PATH])[f"{LOG}/1"] == one


def test_what_a_merge_drops_is_neither_held_nor_taken_away_by_a_commit(repository):
    repository.commit({PATH: PROBLEM})
    repository.git("checkout", "-q", "-b", "side")
    side = repository.commit({PATH: PROBLEM + REPORT})
    repository.git("checkout", "-q", "main")
    repository.commit({"units/a.yaml": UNIT})
    repository.git("merge", "-q", "--no-edit", "-s", "ours", "side")
    (lost,) = (fact for fact in repository.trails()[PATH].facts if not fact.held)

    assert (lost.commit.id, lost.removed) == (side, None)


def test_what_only_a_merge_holds_was_recorded_by_it(repository):
    repository.commit({PATH: PROBLEM})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit({"units/a.yaml": UNIT})
    repository.git("checkout", "-q", "main")
    repository.commit({"units/b.yaml": UNIT.replace("古山", "北山")})
    repository.git("merge", "-q", "--no-commit", "side")
    merge = repository.commit({PATH: PROBLEM + REPORT})

    assert first(repository.trails()[PATH])[f"{LOG}/1"] == merge


def test_corrected_and_voided_facts_say_by_what(repository):
    void = "      - {date: 2024-07-16, action: correct, by: office, entry: 2, void: true, reason: 录错}\n"
    repository.commit({PATH: PROBLEM + REPORT + void})
    mended = {one.fact.pointer: one.mended_by for one in repository.trails()[PATH].facts if one.mended_by}

    assert {pointer: [fact.voids for fact in facts] for pointer, facts in mended.items()} == {f"{LOG}/1": [True]}


def test_the_trail_ends_at_the_revision_asked_for(repository):
    one = repository.commit({PATH: PROBLEM})
    repository.commit({PATH: PROBLEM + REPORT})

    assert len(repository.trails(one)[PATH].facts) == 3
