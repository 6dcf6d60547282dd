"""One small record of each kind, as an office writes it, and a reader that keeps days and amounts as text."""

import re

import yaml

RECORDS = {
    "calendar": """
        notice: 关于部分节假日安排的通知
        status: official
        off: [2027-01-01]
        work: []
        """,
    "checklist": """
        kind: common
        title: 共性监督清单
        applies_to: {kinds: [village]}
        effective: 2024-01-01
        aspects:
          - {name: 为民服务, category: public_service, items: [{code: A01, text: 服务大厅是否按时开门}]}
        """,
    "common": """
        title: 便民服务项目管理不到位
        nature: systemic
        owner: civil-affairs
        issued: 2024-05-30
        notified: [{post: 分管民政的副区长, date: 2024-06-02}]
        """,
    "district": """
        name: {zh: 云渚区}
        office: {zh: 区委巡察办}
        timezone: Asia/Shanghai
        bodies: {office: inspection-office}
        terms: [{number: 13, began: 2021-09-28, ends: 2026-09-27, base_frozen: 2021-12-31, target: 0.95}]
        """,
    "inspection": """
        reach: full
        mode: one_to_many
        feedback:
          date: 2024-05-20
          by: group
          given: {unit: 2024-05-20, qinghe-town: 2024-05-21}
        activities:
          - {kind: household_visit, date: 2024-03-20, households: 34, class: low_income}
          - {kind: document_check, date: 2024-03-21, documents: 12}
        evaluation:
          date: 2024-09-10
          anonymous: true
          ballots: {issued: 20, returned: 20, satisfied: 18, basically: 1, dissatisfied: 1}
          indicators: [{name: 责任落实, weight: 20, score: 19.6}]
        publication:
          society:
            - approved: 2024-09-20
              by: leading_group
              digest: "790ae4f8cbcd244598a2c69c859c237e"
              retracted: {date: 2024-10-08, by: leading_group, reason: 文字有误}
        acknowledged: [{rule: INS02, date: 2024-06-20, by: office, reason: 换届期间}]
        """,
    "letter": """
        kind: reminder
        from: office
        to: qinghe-town
        subject: 关于按期整改的提醒
        items: [R13-05-0137/2]
        log: [{date: 2024-06-03, action: issue, by: office}]
        """,
    "paper": """
        title: 巡察整改工作办法
        date: 2021-09-20
        kind: rule
        issuer: leading_group
        """,
    "person": """
        system: finance
        home: finance-bureau
        log:
          - {date: 2022-02-01, action: second, rounds: 2}
          - {date: 2024-12-20, action: leave, reason: eliminated}
        """,
    "plan": """
        rounds: [{id: R13-06, quarter: 3, organizer: qinghe-town, units: [shang-village]}]
        """,
    "policy": """
        basis: rectification-measures
        framework: four_focuses
        labels: {immediate: {zh: 即知即改}}
        deadlines: {
          signatures: 5wd, plan: 15wd, life_meeting: 1m, concentrated: 3m, report: 3m, continued_report: 3m,
          evaluation: 1m, review: 10wd, extension: 5wd, reopen: 10wd, self_check: 2m, letter_receipt: 5wd,
          letter_reply: 30d, clue_report: 3m, publication_period: 15wd, visit_result: 10wd, after_round: 3m,
          matters: 60d, handover: 20wd, revisit: 12m, resample: 12m, second_rectification: 1m}
        duties:
          default:
            given: [unit]
            signed: [unit]
            copied: [discipline]
            papers: [plan, report]
            life_meeting: democratic_life
            reviews: {bodies: [office], count: 1}
            closing: {bodies: [office], count: 1}
        closing_on_site: {bodies: [group], count: 1}
        publication_by: leading_group
        signing: none
        extensions: {most: 2, beyond: 12m, beyond_by: leading_group}
        staffing: {discipline_cadres: 8, auditors: 1, audit_lessons: 1, deputies: [1, 2]}
        formations: {2+N: {standing_groups: 2}}
        pool: {admit_after_rounds: 2, second_rounds: 2}
        limits: {
          onsite: {regular: 60d}, integrated_communities: 5, silence: 30d, backdating: 30d, recurrence: 24m,
          common_from: 3, checklist_age: 12m, long_term_check: 12m, returns: 2}
        warn: {green: 20d, yellow: 10d}
        sample: 0.10
        grades: {excellent: 90, good: 80, fair: 60, poor: 0}
        small_count: 3
        mean_units: 5
        rules: {TAL04: {severity: none, reason: 改革过渡, until: 2026-12-31}}
        """,
    "problem": """
        unit: shang-village
        category: welfare_lists
        nature: individual
        source: field
        found: 2024-03-18
        in_feedback: true
        statement: 低保名单未按期公示。
        amount: 8640.50
        names_person: false
        public: {number: 1, title: 低保名单未公示}
        disclosure: {society: withheld, reason: privacy}
        items:
          - id: 1
            kind: long_term
            task: 按月公示名单
            due: 2024-08-20
            lead: shang-village
            outcome: {money: [{date: 2024-08-30, kind: refunded, yuan: 200}]}
            log:
              - {date: 2024-06-20, action: start, by: unit}
              - {date: 2024-06-25, action: supervise, by: office, how: urging, note: 已督促}
              - {date: 2024-07-20, action: ask, by: unit, until: 2024-09-20, reason: policy}
              - {date: 2024-08-01, action: replan, by: office, add: [{id: M2, text: 补充公示}], reason: 内容有变}
              - {date: 2024-08-10, action: sustain, by: office, reason: historic, check: 2025-08-10, agreed: [office]}
              - {date: 2024-08-12, action: reopen, by: office, visit: V2024-003, due: 2024-12-20}
              - {date: 2024-08-15, action: correct, by: office, entry: 1, set: {date: 2024-06-19}, reason: 笔误}
              - {date: 2024-08-16, action: correct, by: office, entry: 2, void: true, reason: 误录}
        corrections: [{date: 2024-04-01, path: /found, was: 2024-03-17, is: 2024-03-18, why: 笔误, by: office}]
        """,
    "purges": """
        purges: []
        """,
    "round": """
        kind: roving
        organizer: qinghe-town
        onsite: {from: 2024-03-04, to: 2024-03-10}
        groups:
          - id: G1
            standing: false
            formation: 1+2+N
            members: [{person: T-0042, role: leader, home: qinghe-town}]
        clues:
          - transferred: 2024-04-29
            level: above
            to: discipline
            pieces: 2
            persons: 2
            results: [{date: 2024-07-10, filed: {pieces: 1, persons: 1}, handled: 1, sanctioned: 0, judicial: 0}]
        """,
    "self_check": """
        submitted: 2024-07-26
        found: 3
        cases: {pieces: 0, persons: 0}
        reviews: [{by: [office, discipline], date: 2024-08-01, decision: return, deviations: 1, opinions: 2}]
        """,
    "signers": """
        keys: [{role: office, key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIexample", from: 2024-01-01}]
        """,
    "unit": """
        name: 上村党支部
        kind: village
        parent: qinghe-town
        body: branch
        code: "990101005202"
        joined: 2021-09-28
        in_base: true
        """,
    "visit": """
        kind: spot_check
        units: [shang-village]
        from: 2024-10-08
        to: 2024-10-11
        by: [office]
        methods: [field_visit]
        sample: {seed: "3f2a9c1d", drawn: [R13-05-0137/1]}
        checked: [{item: R13-05-0137/1, result: rebound, note: 又停了}]
        sent: {unit: 2024-10-15, discipline: 2024-10-15, leader_in_charge: 2024-10-16}
        """,
}


class Loader(yaml.SafeLoader):
    """Everything is text but whole numbers, true and false."""

    yaml_implicit_resolvers = {}  # noqa: RUF012


Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[0-9]+$"), list("0123456789"))
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def record(kind):
    """Return the small record of a kind as plain data."""
    return yaml.load(RECORDS[kind], Loader)
