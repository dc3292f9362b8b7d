"""The points of the guide: their numbers agree with the facts of the programme, and stand in `figures` alone."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from generator.dataset import Knowledge
from generator.dataset.guide import Point, Statement, Topic
from generator.rules.facts import Fact, NotKnownError, Status, fact_in_force
from generator.rules.kinds import Answer, Category
from tests.conftest import AS_OF

COOP = Category.INTERNATIONAL_COOP
# Names that bear digits: exemption codes, provisions, the word that IRCC's web form asks for.
NAMES = re.compile(r"C21|C32|A112025|20[45]\(?[bd]\)")


def point(knowledge: Knowledge, topic: Topic, name: str) -> Point:
    (found,) = [one for one in knowledge.guide[topic] if one.id == name]
    return found


def said(knowledge: Knowledge, topic: Topic, name: str, day: date = AS_OF) -> Statement:
    return fact_in_force(name, point(knowledge, topic, name).says, day).value


def rows(knowledge: Knowledge) -> Iterator[tuple[str, Fact[Statement]]]:
    for points in knowledge.guide.values():
        for one in points:
            for row in one.says:
                yield one.id, row


def statements(knowledge: Knowledge) -> Iterator[tuple[str, Statement]]:
    for name, row in rows(knowledge):
        yield name, row.value
        for version in row.versions:
            yield name, version.value


def test_every_topic_has_points(knowledge: Knowledge) -> None:
    assert set(knowledge.guide) == set(Topic)
    assert all(knowledge.guide.values())


def test_numbers_and_days_stand_in_figures_and_nowhere_else(knowledge: Knowledge) -> None:
    for name, statement in statements(knowledge):
        for words in (statement.text.en, statement.text.fr):
            assert set(re.findall(r"\{(\w+)\}", words)) == set(statement.figures), name
            assert not re.search(r"\d", NAMES.sub("", words)), (name, words)


def test_the_totals_are_the_sums_of_the_fees(knowledge: Knowledge) -> None:
    def fee(name: str) -> float:
        return fact_in_force(name, getattr(knowledge.dataset.programme, name), AS_OF).value

    alone, biometrics = fee("participation_fee"), fee("biometrics_fee")
    opened = alone + fee("open_work_permit_fee")
    for name, total in (("total-for-coop", alone), ("total-for-working-holiday", opened)):
        figures = said(knowledge, Topic.FEES, name).figures
        assert figures == {"without_cad": total, "with_cad": total + biometrics}
        assert point(knowledge, Topic.FEES, name).says[-1].review_due == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("topic", "name", "figures"),
    [
        (Topic.DEADLINES, "documents-on-request", {"days": 30}),
        (Topic.DEADLINES, "biometrics-stay-valid", {"years": 10}),
        (Topic.INVITATION, "questionnaire", {"minutes": 10}),
        (Topic.INVITATION, "profile-lifetime", {"days": 365}),
        (Topic.PROCESS, "service-standard", {"days": 56}),
        (Topic.FEES, "refund-when-late", {"percent": 50}),
        (Topic.ARRIVAL, "age-of-the-bank-statement", {"days": 7}),
        (Topic.ORGANIZATIONS, "participations-through-them", {"times": 2}),
        (Topic.SEASONS, "notice-of-the-final-round", {"days": 5}),
    ],
)
def test_the_guide_says_what_the_official_pages_say(knowledge: Knowledge, topic, name, figures) -> None:
    assert said(knowledge, topic, name).figures == figures
    assert fact_in_force(name, point(knowledge, topic, name).says, AS_OF).status is Status.OFFICIAL


def test_the_exemption_changed_its_paragraph_on_29_november_2024(knowledge: Knowledge) -> None:
    name = "exempt-from-a-labour-market-assessment"
    before, after = (said(knowledge, Topic.PERMIT, name, date(2024, 11, day)).text for day in (28, 29))
    assert ("205(b)" in before.en, "205b)" in before.fr) == (True, True)
    assert ("204(d)" in after.en, "204d)" in after.fr) == (True, True)


def test_what_held_for_a_while_is_not_said_of_the_days_after(knowledge: Knowledge) -> None:
    printing = point(knowledge, Topic.AFTERWARDS, "second-permit-from-within-canada").says
    assert fact_in_force("tested", printing, date(2025, 12, 1)).value.figures == {"until": date(2025, 12, 1)}
    with pytest.raises(NotKnownError):
        fact_in_force("tested", printing, date(2026, 1, 15))
    assert fact_in_force("tested", printing, date(2026, 2, 10)).value.figures == {}


def test_nothing_asks_international_coop_for_a_skill_level_and_the_other_version_is_kept(knowledge: Knowledge) -> None:
    (row,) = point(knowledge, Topic.PLACEMENT, "no-skill-level-for-coop").says
    assert len(row.versions) == 1
    assert row.status is Status.OFFICIAL


def test_only_what_the_sources_leave_open_is_called_conflicting(knowledge: Knowledge) -> None:
    assert {name for name, row in rows(knowledge) if row.status is Status.CONFLICTING} == {
        "how-many-there-are",
        "size-of-season-2026",
    }


def test_no_organization_is_known_to_take_applicants_for_international_coop(knowledge: Knowledge) -> None:
    organizations = {one.id: one for one in knowledge.organizations}
    assert fact_in_force("tested", organizations["interexchange"].recognized, AS_OF).value is Answer.NO
    taking = {name for name, one in organizations.items() for row in one.categories if COOP in row.value}
    assert taking == set()
    assert organizations["iaeste-canada"].categories == ()


def test_season_2026_counts_what_was_read_on_each_day(knowledge: Knowledge) -> None:
    season = knowledge.seasons[2026]
    assert [row.value for row in season.invitations] == [62714, 67169, 76571]
    assert [row.value for row in season.working_holiday_quotas] == [42127, 45523, 45648]
    assert [(row.value, row.in_force.known_since) for row in season.quotas_posted] == [(47120, date(2026, 1, 16))]
    assert knowledge.seasons[2027].pools_opened == ()
