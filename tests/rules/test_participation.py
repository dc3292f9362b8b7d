from datetime import date

import pytest

from generator.rules.findings import Verdict
from tests.applicants import changed, finding, found, only_route, student, took_part

COOP, YP, WH = "international_coop", "young_professionals", "working_holiday"


def once(home: str, category: str, season: int = 2024, **more: object) -> dict:
    return took_part(home, category, season, f"{season}-03-01", f"{season + 1}-02-28", **more)


@pytest.mark.parametrize(
    ("home", "category", "earlier", "left", "repeat"),
    [
        ("DE", COOP, [], "met", "met"),
        ("DE", COOP, [WH], "met", "met"),
        ("DE", COOP, [COOP], "met", "CATEGORY_REPEAT"),
        ("DE", COOP, [WH, YP], "PARTICIPATIONS_USED", "met"),
        ("DE", COOP, [COOP, COOP], "PARTICIPATIONS_USED", "met"),
        ("CL", COOP, [COOP], "met", "met"),
        ("PT", COOP, [WH], "PARTICIPATIONS_USED", "met"),
        ("FI", COOP, [WH, YP], "met", "met"),
        ("FI", COOP, [WH, COOP], "met", "CATEGORY_REPEAT"),
        ("AT", COOP, [WH, YP, COOP], "PARTICIPATIONS_USED", "met"),
        ("KR", COOP, [COOP], "met", "CATEGORY_REPEAT"),
        ("KR", WH, [WH], "met", "met"),
        ("KR", YP, [YP], "met", "met"),
        ("KR", COOP, [WH], "met", "met"),
        ("FR", YP, [WH], "met", "CATEGORY_REPEAT"),
        ("FR", COOP, [YP], "met", "met"),
        ("IE", COOP, [COOP], "met", "CATEGORY_REPEAT"),
        ("AU", WH, [YP], "met", "CATEGORY_REPEAT"),
        ("IS", WH, [WH], "met", "met"),
        ("JP", WH, [WH], "met", "met"),
        ("JP", WH, [WH, WH], "PARTICIPATIONS_USED", "met"),
        ("SM", WH, [WH], "met", "met"),
        ("GB", COOP, [COOP], "met", "met"),
        ("CH", COOP, [COOP], "met", "met"),
    ],
)
def test_each_agreement_counts_participations_in_its_own_way(dataset, home, category, earlier, left, repeat):
    participations = [once(home, each, 2016 + number) for number, each in enumerate(earlier)]
    document = student(home, category=category, participations=participations)
    assert found(dataset, "participations-left", document) == left
    assert found(dataset, "category-repeat", document) == repeat


@pytest.mark.parametrize(
    "ignored",
    [
        {"activated": False},
        {"recognized_organization": True},
        {"activated": False, "category": ..., "season": ...},
    ],
)
def test_an_unused_letter_and_an_organizations_place_do_not_count(dataset, ignored):
    earlier = changed(once("PT", WH), **ignored)
    assert found(dataset, "participations-left", student("PT", participations=[earlier])) == "met"


def test_another_citizenship_has_its_own_allowance_and_that_is_a_caution(dataset):
    document = student("IE", participations=[once("GB", WH), once("GB", YP, 2020)])
    assert found(dataset, "participations-left", document) == "DUAL_SEPARATE_ALLOWANCE"
    assert found(dataset, "discontinuance", document) == "DUAL_SEPARATE_ALLOWANCE"


@pytest.mark.parametrize(
    ("home", "earlier", "left", "months"),
    [
        ("AU", [(2013, 24)], "met", 24),
        ("AU", [(2009, 12), (2011, 12), (2013, 12)], "met", 24),
        ("AU", [(2013, 12), (2016, 12)], "PARTICIPATIONS_USED", 12),
        ("FR", [(2013, 12)], "met", 12),
        ("FR", [(2011, 12), (2013, 12)], "PARTICIPATIONS_USED", 12),
        ("FR", [(2013, 12), (2016, 12)], "PARTICIPATIONS_USED", 12),
        ("IE", [(2011, 12)], "met", 24),
        ("IE", [(2010, 6), (2011, 6)], "met", 24),
        ("IE", [(2010, 7), (2011, 6)], "PARTICIPATIONS_USED", 12),
        ("IE", [(2011, 24)], "PARTICIPATIONS_USED", 12),
        ("IE", [(2013, 24)], "met", 12),
        ("GB", [(2014, 12)], "met", 24),
        ("GB", [(2014, 13)], "met", 12),
        ("GB", [(2015, 12)], "met", 12),
        ("GB", [(2012, 12), (2014, 12)], "PARTICIPATIONS_USED", 12),
        ("GB", [(2014, 12), (2016, 12)], "PARTICIPATIONS_USED", 12),
        ("GB", [], "met", 24),
    ],
)
def test_people_who_took_part_before_an_agreement_changed(dataset, home, earlier, left, months):
    participations = [
        took_part(home, WH, season, f"{season}-03-01", _last_day(season, length)) for season, length in earlier
    ]
    document = student(home, date_of_birth="1991-06-01", participations=participations)
    assert found(dataset, "participations-left", document) == left
    assert only_route(dataset, document).permit.maximum_months == months


def _last_day(season: int, months: int) -> str:
    return {6: f"{season}-08-31", 7: f"{season}-09-01", 12: f"{season + 1}-02-28", 13: f"{season + 1}-03-01"}.get(
        months, f"{season + 2}-02-28"
    )


def test_a_legacy_participation_leaves_every_category_open(dataset):
    document = student("FR", category=YP, date_of_birth="1991-06-01", participations=[once("FR", YP, 2013)])
    assert found(dataset, "category-repeat", document) == "met"
    assert only_route(dataset, document).permit.maximum_months == 24


def test_the_lengths_in_dispute_do_not_matter_to_legacy_australians(dataset):
    assert found(dataset, "permit-length", student("AU")) == "SOURCES_CONFLICT"
    legacy = student("AU", date_of_birth="1991-06-01", participations=[once("AU", WH, 2013)])
    assert found(dataset, "permit-length", legacy) == "met"


@pytest.mark.parametrize(
    ("home", "left", "repeat"),
    [("DE", "unknown", "unknown"), ("PT", "unknown", "met"), ("CL", "unknown", "met"), ("JP", "unknown", "met")],
)
def test_silence_about_participations_is_open_only_where_it_could_refuse(dataset, home, left, repeat):
    category = WH if home == "JP" else COOP
    document = student(home, category=category, participations=...)
    assert found(dataset, "participations-left", document) == left
    assert found(dataset, "category-repeat", document) == repeat


@pytest.mark.parametrize(
    ("home", "gaps", "criterion", "needs"),
    [
        ("PT", {"activated": ...}, "participations-left", ("participations.0.activated",)),
        ("PT", {"citizenship": ...}, "participations-left", ("participations.0.citizenship",)),
        ("DE", {"category": ...}, "category-repeat", ("participations.0.category",)),
        ("FR", {"season": ...}, "category-repeat", ("participations.0.season",)),
        (
            "IE",
            {"season": ..., "permit_ended_on": ...},
            "participations-left",
            ("participations.0.season", "participations.0.permit_ended_on"),
        ),
    ],
)
def test_a_half_told_participation_is_followed_through_every_reading(dataset, home, gaps, criterion, needs):
    document = student(home, participations=[changed(once(home, COOP), **gaps)])
    open_finding = finding(dataset, criterion, document)
    assert open_finding.needs == needs


def test_an_allowance_that_is_used_up_in_every_reading_is_used_up(dataset):
    participations = [once("DE", WH, 2016), once("DE", YP, 2018), changed(once("DE", COOP, 2020), activated=...)]
    assert found(dataset, "participations-left", student("DE", participations=participations)) == "PARTICIPATIONS_USED"


def test_many_half_told_participations_are_judged_at_once(dataset):
    document = student("IE", participations=[{} for _ in range(200)])
    assert found(dataset, "participations-left", document) == "unknown"


@pytest.mark.parametrize(
    ("start", "end", "outcome", "months"),
    [
        ("2025-01-10", "2026-01-09", "CUMULATIVE_CAP", 6),
        ("2025-01-10", "2026-01-10", "CUMULATIVE_CAP", 5),
        ("2025-01-10", "2026-07-09", "CUMULATIVE_CAP_USED", 0),
        ("2025-01-10", "2026-06-10", "CUMULATIVE_CAP_USED", 0),
        ("2025-01-10", "2026-06-09", "CUMULATIVE_CAP", 1),
    ],
)
def test_swiss_permits_may_last_eighteen_months_together(dataset, start, end, outcome, months):
    document = student("CH", participations=[took_part("CH", YP, 2025, start, end)])
    assert found(dataset, "cumulative-stay", document) == outcome
    assert only_route(dataset, document).permit.maximum_months == months


@pytest.mark.parametrize(
    ("participations", "outcome"),
    [
        ([], "met"),
        (..., "unknown"),
        ([{"citizenship": "CH", "activated": True}], "unknown"),
        ([{"citizenship": "CH", "activated": False}], "met"),
        ([took_part("CH", YP, 2025, "2025-01-10", "2026-07-09", activated=None)], "unknown"),
        ([took_part("CH", YP, 2025, "2025-01-10", "2025-02-09", activated=None)], "met"),
    ],
)
def test_what_is_not_told_of_a_swiss_permit_may_use_up_the_cap(dataset, participations, outcome):
    assert found(dataset, "cumulative-stay", student("CH", participations=participations)) == outcome


def test_a_half_told_swiss_permit_may_shorten_the_next(dataset):
    document = student("CH", participations=[took_part("CH", YP, 2025, "2025-01-10", "2025-02-09", activated=None)])
    assert "participations.0.activated" in only_route(dataset, document).permit.needs


def test_other_agreements_set_no_cap(dataset):
    assert found(dataset, "cumulative-stay", student("DE")) == "not_applicable"


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"season": 2027}, "SAME_SEASON"),
        ({"season": 2028}, "met"),
        ({"invitation": {"received_on": "2027-02-15"}}, "SAME_SEASON"),
        ({"invitation": {"received_on": "2028-01-05"}}, "met"),
        ({"invitation": ...}, "SAME_SEASON"),
        ({"invitation": ..., "assessed_on": "2026-12-31"}, "met"),
        ({"invitation": ..., "assessed_on": "2025-12-24"}, "met"),
        ({"participations": ...}, "unknown"),
    ],
)
def test_one_participation_a_season_under_any_citizenship(dataset, answers, outcome):
    earlier = took_part("FR", WH, 2027, "2027-01-05", "2027-02-10")
    document = student("DE", **{"participations": [earlier], **answers})
    assert found(dataset, "one-per-season", document) == outcome


@pytest.mark.parametrize(("day", "season"), [("2025-12-24", 2026), ("2026-11-22", 2026), ("2027-01-01", 2027)])
def test_the_season_is_the_year_or_the_next_once_its_pools_are_open(dataset, day, season):
    document = student("DE", invitation=..., assessed_on=day)
    assert finding(dataset, "one-per-season", document).values["season"] == season


@pytest.mark.parametrize(
    ("season", "assessed_on", "changes_on"),
    [(2027, "2027-03-01", date(2028, 1, 1)), (2029, "2027-03-01", date(2029, 1, 1)), (2025, "2027-03-01", None)],
)
def test_the_running_season_changes_by_itself(dataset, season, assessed_on, changes_on):
    earlier = took_part("FR", WH, season, "2024-01-05", "2024-02-10")
    document = student("DE", participations=[earlier], invitation=..., assessed_on=assessed_on)
    assert finding(dataset, "one-per-season", document).changes_on == changes_on


def test_a_participation_without_season_or_activation_is_asked_about(dataset):
    document = student("DE", participations=[{"citizenship": "DE", "activated": True}, {"season": 2027}])
    assert finding(dataset, "one-per-season", document).needs == (
        "participations.0.season",
        "participations.1.activated",
    )


@pytest.mark.parametrize(
    ("home", "ended_on", "arrives_on", "outcome"),
    [
        ("ES", "2027-02-01", "2027-05-01", "met"),
        ("ES", "2027-02-02", "2027-05-01", "GAP"),
        ("ES", "2027-02-01", "2027-04-30", "GAP"),
        ("HR", "2026-11-30", "2027-02-28", "met"),
        ("PL", "2026-10-31", "2027-04-30", "met"),
        ("PL", "2026-10-31", "2027-04-29", "GAP"),
        ("LV", "2026-05-01", "2027-05-01", "met"),
        ("LV", "2026-05-02", "2027-05-01", "GAP"),
        ("DE", "2027-04-30", "2027-05-01", "met"),
        ("ES", None, "2027-05-01", "unknown"),
    ],
)
def test_the_gap_ends_the_named_months_after_the_last_permit(dataset, home, ended_on, arrives_on, outcome):
    earlier = {"citizenship": home, "category": WH, "season": 2025, "activated": True, "permit_ended_on": ended_on}
    document = student(home, participations=[earlier], arrives_on=arrives_on)
    assert found(dataset, "discontinuance", document) == outcome


def test_a_gap_ends_by_itself(dataset):
    earlier = took_part("PL", WH, 2025, "2026-02-01", "2027-01-31")
    gap = finding(dataset, "discontinuance", student("PL", participations=[earlier]))
    assert gap.changes_on == date(2027, 7, 31)


def test_the_gap_counts_from_the_latest_permit(dataset):
    participations = [
        took_part("HR", WH, 2025, "2026-02-01", "2027-01-31", activated=None),
        took_part("HR", WH, 2020, "2020-02-01", "2021-01-31"),
    ]
    short = finding(dataset, "discontinuance", student("HR", participations=participations, arrives_on="2027-04-01"))
    assert short.needs == ("participations.0.activated",)
    assert found(dataset, "discontinuance", student("HR", participations=participations[1:])) == "met"


def test_a_gap_that_is_over_by_now_is_over_whenever_the_arrival_is(dataset):
    long_ago = took_part("ES", WH, 2020, "2020-02-01", "2021-01-31")
    lately = took_part("ES", WH, 2025, "2026-03-01", "2027-02-01")
    nowhere = changed(student("ES"), arrives_on=..., offer__starts_on=...)
    assert found(dataset, "discontinuance", changed(nowhere, participations=[long_ago])) == "met"
    assert finding(dataset, "discontinuance", changed(nowhere, participations=[lately])).needs == ("arrives_on",)


def test_silence_about_participations_leaves_a_gap_open(dataset):
    assert finding(dataset, "discontinuance", student("ES", participations=...)).needs == ("participations",)


def test_a_fully_told_record_of_participations_settles_the_verdict(dataset):
    assert only_route(dataset, student("DE", participations=...)).verdict is Verdict.UNDETERMINED
    assert only_route(dataset, student("DE", participations=[])).verdict is Verdict.ELIGIBLE


@pytest.mark.parametrize(("home", "months"), [("PL", 6), ("DE", 0), ("US", None)])
def test_a_route_tells_the_gap_that_its_agreement_asks_for(dataset, home, months):
    assert only_route(dataset, student(home)).gap_months == months
