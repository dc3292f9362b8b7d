from dataclasses import replace
from datetime import date

import pytest

from generator.rules.findings import Outcome
from generator.rules.planner import plan, read_wishes
from generator.rules.problems import DocumentError
from tests.applicants import took_part
from tests.planning import COOP, WH, YP, days, lengths, planned, stays, ways

DETAILS = ("citizenship", "season", "permit_ended_on", "permit_started_on")


def steps(made, number=0):
    return made.offered[number].course.steps


def test_a_briton_has_24_and_then_12_months_in_any_category(dataset):
    made = planned(dataset, "GB")
    assert lengths(made) == [[24, 12]]
    assert [days(step) for step in steps(made)] == [
        ("2026-11-22", "2026-11-22", "2028-11-22", "2038-05-08", "2038-05-08"),
        ("2027-11-23", "2028-11-23", "2029-11-23", "2039-05-09", "2040-05-09"),
    ]
    assert [step.last.is_bound_by_age for step in steps(made)] == [False, True]
    assert ways(made) == [
        [("GB", first, 24), ("GB", second, 12)] for first in (COOP, YP, WH) for second in (COOP, YP, WH)
    ]


@pytest.mark.parametrize(
    ("season", "start", "end", "months"),
    [
        (2013, "2013-03-01", "2014-02-28", 24),
        (2013, "2013-03-01", "2014-03-01", 12),  # a month more has begun
        (2015, "2015-03-01", "2016-02-29", 12),
    ],
)
def test_a_briton_of_the_old_agreement_has_one_more_of_a_length_that_its_rules_set(dataset, season, start, end, months):
    made = planned(dataset, "GB", born="1995-05-10", participations=[took_part("GB", WH, season, start, end)])
    assert lengths(made) == [[months]]


def test_an_australian_has_one_co_op_and_one_of_the_two_others(dataset):
    made = planned(dataset, "AU")
    assert lengths(made) == [[12, 24]]
    assert [days(step) for step in steps(made)] == [
        ("2026-11-22", "2026-11-22", "2027-11-22", "2038-12-31", "2039-05-08"),
        ("2027-01-01", "2027-11-23", "2029-11-23", "2039-05-09", "2040-05-09"),
    ]
    assert ways(made) == [
        [("AU", COOP, 12), ("AU", YP, 24)],
        [("AU", COOP, 12), ("AU", WH, 24)],
        [("AU", YP, 24), ("AU", COOP, 12)],
        [("AU", WH, 24), ("AU", COOP, 12)],
    ]


def test_of_an_australian_co_op_the_sources_give_two_lengths(dataset):
    first, second = steps(planned(dataset, "AU"))
    assert first.stay.judged.of("permit-length").reason == "SOURCES_CONFLICT"
    assert second.stay.judged.of("permit-length").reason is None


def test_an_australian_who_took_part_before_2015_only_has_one_last_stay_of_24_months(dataset):
    earlier = [
        took_part("AU", WH, 2012, "2012-02-01", "2013-01-31"),
        took_part("AU", WH, 2014, "2014-02-01", "2015-01-31"),
    ]
    made = planned(dataset, "AU", born="1993-05-10", participations=earlier)
    assert ways(made) == [[("AU", category, 24)] for category in (COOP, YP, WH)]
    assert steps(made)[0].stay.judged.of("permit-length").reason is None


def test_a_swiss_has_18_months_in_one_permit_or_shared_by_two(dataset):
    made = planned(dataset, "CH")
    assert lengths(made) == [[18], [9, 9]]
    assert [days(step) for step in steps(made)] == [
        ("2026-11-22", "2026-11-22", "2028-05-22", "2039-05-09", "2040-05-09"),
    ]
    assert [days(step) for step in steps(made, 1)] == [
        ("2026-11-22", "2026-11-22", "2027-08-21", "2038-12-31", "2039-05-08"),
        ("2027-01-01", "2027-08-22", "2028-05-22", "2039-05-09", "2040-05-09"),
    ]
    assert [step.stay.shares for step in steps(made, 1)] == [True, False]


def test_what_a_swiss_has_used_counts_in_begun_months(dataset):
    earlier = took_part("CH", YP, 2024, "2024-02-10", "2024-08-10")  # six months and a day
    made = planned(dataset, "CH", participations=[earlier])
    assert ways(made) == [[("CH", COOP, 11)], [("CH", YP, 11)]]
    assert [offered.course.ends[0].finding.reason for offered in made.offered] == ["PARTICIPATIONS_USED"]


def test_one_month_that_is_left_of_a_cap_is_not_shared(dataset):
    earlier = took_part("CH", YP, 2024, "2024-01-01", "2025-05-31")
    assert lengths(planned(dataset, "CH", participations=[earlier])) == [[1]]


def test_an_austrian_has_each_category_once_and_working_holiday_only_to_30(dataset):
    made = planned(dataset, "AT", residence="AT")
    assert lengths(made) == [[6, 12, 12]]
    assert [days(step) for step in steps(made)] == [
        ("2026-11-22", "2026-11-22", "2027-05-22", "2032-12-31", "2033-11-07"),
        ("2027-01-01", "2027-05-23", "2028-05-23", "2033-12-31", "2034-05-08"),
        ("2028-01-01", "2028-05-24", "2029-05-24", "2034-05-09", "2035-05-09"),
    ]
    assert len(ways(made)) == 6


def test_an_austrian_of_30_takes_working_holiday_before_the_birthday(dataset):
    made = planned(dataset, "AT", born="1996-06-01", residence="AT")
    assert ways(made) == [
        [("AT", COOP, 6), ("AT", WH, 12), ("AT", YP, 12)],
        [("AT", YP, 12), ("AT", WH, 12), ("AT", COOP, 6)],
        [("AT", WH, 12), ("AT", COOP, 6), ("AT", YP, 12)],
        [("AT", WH, 12), ("AT", YP, 12), ("AT", COOP, 6)],
    ]
    assert lengths(made) == [[6, 12, 12], [6, 12]]
    assert made.offered[1].course.ends[0].finding.reason == "AGE_OVER"


def test_a_korean_may_repeat_all_but_co_op(dataset):
    made = planned(dataset, "KR")
    assert lengths(made) == [[24, 24]]
    pairs = [
        (first, second) for first in (COOP, YP, WH) for second in (COOP, YP, WH) if first != COOP or second != COOP
    ]
    assert ways(made) == [[("KR", first, 24), ("KR", second, 24)] for first, second in pairs]


def test_an_irish_person_of_the_years_before_2013_has_one_last_stay_of_24_months(dataset):
    earlier = took_part("IE", WH, 2012, "2012-02-01", "2013-01-31")
    made = planned(dataset, "IE", born="1992-05-10", participations=[earlier])
    assert ways(made) == [[("IE", category, 24)] for category in (COOP, YP, WH)]


def test_a_french_person_of_the_years_before_2015_has_one_last_stay_of_the_categorys_length(dataset):
    earlier = took_part("FR", WH, 2014, "2014-02-01", "2015-01-31")
    made = planned(dataset, "FR", born="1994-05-10", participations=[earlier])
    assert [stays(offered.course) for offered in made.offered] == [[("FR", YP, 24)], [("FR", COOP, 12)]]


def test_a_gap_is_kept_and_the_letter_must_last_until_it_is_over(dataset):
    assert [days(step) for step in steps(planned(dataset, "PL"))] == [
        ("2026-11-22", "2026-11-22", "2027-11-22", "2038-11-09", "2038-11-09"),
        ("2027-05-22", "2028-05-22", "2029-05-22", "2039-05-09", "2040-05-09"),
    ]


def test_a_gap_may_be_spent_under_another_citizenship(dataset):
    made = planned(dataset, "PL", "HK", wishes={"categories": [YP, WH]})
    assert stays(made.offered[0].course) == [("PL", YP, 12), ("HK", WH, 12), ("PL", WH, 12)]
    first, between, last = steps(made)
    assert (first.stay.ends_on, between.stay.arrives_on) == (date(2027, 11, 22), date(2027, 11, 23))
    assert (between.stay.ends_on, last.stay.arrives_on) == (date(2028, 11, 23), date(2028, 11, 24))


def test_two_citizenships_have_an_allowance_each_and_one_season_a_year_between_them(dataset):
    made = planned(dataset, "GB", "AU", born="2000-02-29")
    assert made.offered[0].course.months == 72
    assert [days(step) for step in steps(made)] == [
        ("2026-11-22", "2026-11-22", "2028-11-22", "2033-02-25", "2033-02-25"),
        ("2027-11-23", "2028-11-23", "2029-11-23", "2034-12-31", "2035-02-26"),
        ("2028-11-24", "2029-11-24", "2030-11-24", "2035-12-31", "2036-02-27"),
        ("2029-11-25", "2030-11-25", "2032-11-25", "2036-02-28", "2037-02-28"),
    ]
    cautions = [step.stay.judged.of("participations-left").reason for step in steps(made)]
    assert cautions == [None, None, "DUAL_SEPARATE_ALLOWANCE", "DUAL_SEPARATE_ALLOWANCE"]
    assert not made.stopped


def test_a_canadian_who_is_also_french_is_told_that_a_canadian_needs_no_permit(dataset):
    made = planned(dataset, "FR", "CA")
    assert lengths(made) == [[12, 24]]
    assert steps(made)[0].stay.judged.of("agreement").reason == "CANADIAN_CITIZEN"
    assert [(refusal.citizenship, refusal.finding.reason) for refusal in made.closed] == [("CA", "NOT_PARTNER")] * 3


def test_somebody_of_35_has_time_for_one_more_only_and_is_told_why(dataset):
    made = planned(dataset, "GB", born="1991-06-01")
    assert lengths(made) == [[24]]
    assert days(steps(made)[0]) == ("2026-11-22", "2026-11-22", "2028-11-22", "2027-05-31", "2028-05-31")
    (end,) = made.offered[0].course.ends
    assert (end.finding.reason, end.finding.values["day"]) == ("AGE_OVER", date(2027, 11, 23))


def test_somebody_too_young_waits_for_the_birthday(dataset):
    made = planned(dataset, "GB", born="2010-06-01")
    assert days(steps(made)[0])[:3] == ("2028-06-01", "2028-06-01", "2030-06-01")
    assert steps(made)[0].stay.waits_for == "age"


def test_somebody_too_old_has_no_plan_and_is_told_so_of_every_route(dataset):
    made = planned(dataset, "GB", born="1990-11-22")
    assert made.offered == ()
    assert {refusal.finding.reason for refusal in made.closed} == {"AGE_OVER"}


def test_the_last_day_before_the_birthday_still_counts(dataset):
    made = planned(dataset, "GB", born="1990-11-23")
    assert days(steps(made)[0]) == ("2026-11-22", "2026-11-22", "2028-11-22", "2026-11-22", "2027-11-22")


def test_when_everything_is_used_there_is_no_plan(dataset):
    made = planned(dataset, "HK", participations=[took_part("HK", WH, 2024, "2024-03-01", "2025-03-01")])
    assert made.offered == ()
    assert made.closed[-1].finding.reason == "PARTICIPATIONS_USED"


def test_a_british_national_overseas_plans_with_hong_kong_and_not_with_the_united_kingdom(dataset):
    document = {"issuer": "GB", "kind": "british_national_overseas", "expires_on": "2034-01-01"}
    made = planned(dataset, "HK", "GB", residence="HK", passports=[document])
    passports = {step.stay.citizenship: step.stay.judged.of("travel-document").reason for step in steps(made)}
    assert passports == {"GB": "WRONG_PASSPORT", "HK": None}
    assert lengths(planned(dataset, "HK", residence="HK", passports=[document])) == [[12]]


@pytest.mark.parametrize(("place", "outcome"), [("JE", Outcome.MET), ("GG", Outcome.MET), ("IM", Outcome.UNKNOWN)])
def test_a_territory_plans_with_its_agreement_and_what_is_not_known_of_its_reach_stays_open(dataset, place, outcome):
    made = planned(dataset, place)
    assert lengths(made) == [[24, 12]]
    assert steps(made)[0].stay.judged.of("agreement").outcome is outcome


def test_a_citizenship_and_a_territory_of_its_country_count_once(dataset):
    made = planned(dataset, "IM", "GB")
    assert {step.stay.citizenship for step in steps(made)} == {"GB"}
    assert lengths(made) == [[24, 12]]


def test_a_person_born_on_29_february_may_be_refused_on_the_last_day(dataset):
    made = planned(dataset, "HK", born="1996-02-29")
    (step,) = steps(made)
    assert (str(step.last.invited_on), str(step.last.too_old_on)) == ("2027-02-28", "2027-03-01")
    assert step.judged_last.of("age").reason == "LEAP_DAY_BIRTHDAY"


def test_months_end_with_the_month_where_it_is_shorter(dataset):
    first, second, _ = steps(planned(dataset, "AT", today=date(2027, 8, 31)))
    assert days(first)[:3] == ("2027-08-31", "2027-08-31", "2028-02-29")
    assert days(second)[:3] == ("2028-01-01", "2028-03-01", "2029-03-01")


def test_a_letter_of_a_year_for_29_february_comes_from_the_first_of_march(dataset):
    running = took_part("AU", WH, 2026, "2026-02-28", "2028-02-28")
    (step,) = steps(planned(dataset, "AU", participations=[running], wishes={"categories": [COOP]}))
    assert days(step)[:3] == ("2027-03-01", "2028-02-29", "2029-02-28")


def test_a_running_permit_is_awaited_whoever_gave_it(dataset):
    running = took_part("DE", WH, 2026, "2026-10-01", "2027-10-01", recognized_organization=True)
    (step,) = steps(planned(dataset, "HK", participations=[running]))
    assert days(step)[:3] == ("2026-11-22", "2027-10-02", "2028-10-02")
    assert step.stay.waits_for == "previous"


def test_a_permit_that_ends_today_gives_way_tomorrow(dataset):
    running = took_part("FI", WH, 2025, "2025-11-22", "2026-11-22")
    first = steps(planned(dataset, "FI", participations=[running]))[0]
    assert days(first)[:3] == ("2026-11-22", "2026-11-23", "2027-11-23")


def test_a_season_that_is_used_is_awaited_even_at_the_end_of_the_age(dataset):
    running = took_part("GB", WH, 2026, "2026-02-01", "2026-09-30")
    (step,) = steps(planned(dataset, "GB", born="1991-03-01", participations=[running]))
    assert days(step) == ("2027-01-01", "2027-01-01", "2028-01-01", "2027-02-28", "2028-02-28")
    assert step.stay.waits_for == "season"


def test_the_last_invitation_avoids_a_season_already_used(dataset):
    ahead = took_part("AU", WH, 2027, "2026-02-01", "2026-09-30")
    (step,) = steps(
        planned(dataset, "HK", "AU", born="1996-06-01", participations=[ahead], wishes={"categories": [WH]})
    )
    assert days(step) == ("2026-11-22", "2026-11-22", "2027-11-22", "2026-12-31", "2027-12-31")


def test_an_unknown_length_of_the_letter_leaves_the_last_start_open(dataset):
    silent = replace(dataset, programme=replace(dataset.programme, entry_letter_months=()))
    made = planned(silent, "GB")
    assert [days(step) for step in steps(made)] == [
        ("2026-11-22", "2026-11-22", "2028-11-22", "2038-12-31", "2039-05-08"),
        ("2027-01-01", "2028-11-23", "2029-11-23", "2039-05-09", "None"),
    ]
    assert days(steps(planned(silent, "PL"))[0])[3:] == ("2038-12-31", "2039-05-08")


def test_co_op_comes_first_where_the_reader_wishes(dataset):
    made = planned(dataset, "DE", wishes={"coop_first": True})
    assert ways(made) == [[("DE", COOP, 12), ("DE", YP, 12)], [("DE", COOP, 12), ("DE", WH, 12)]]


def test_only_the_categories_that_the_reader_wishes_are_planned(dataset):
    assert ways(planned(dataset, "DE", wishes={"categories": [WH, YP]})) == [
        [("DE", YP, 12), ("DE", WH, 12)],
        [("DE", WH, 12), ("DE", YP, 12)],
    ]
    assert planned(dataset, "DE", wishes={"categories": []}).offered == ()


@pytest.mark.parametrize(
    ("studies", "planned_with"),
    [
        ({"registered": False}, [YP, WH]),
        ({"registered": False, "graduated_on": "2026-07-01"}, [COOP, YP, WH]),
        ({}, [COOP, YP, WH]),
    ],
)
def test_who_does_not_study_plans_without_co_op_unless_it_is_wished(dataset, studies, planned_with):
    assert list(planned(dataset, "AT", studies=studies).wishes.categories) == planned_with


def test_a_place_to_live_that_the_agreement_asks_for_is_a_condition_and_no_refusal(dataset):
    made = planned(dataset, "ES", residence="FR")
    assert lengths(made) == [[12, 12]]
    assert steps(made)[0].stay.judged.of("residence").reason == "RESIDENCE"


def test_what_one_agreement_asks_of_school_field_or_employer_is_found_for_the_step(dataset):
    co_op, professional, _ = steps(planned(dataset, "AT"))
    assert co_op.stay.judged.of("restricted-field").outcome is Outcome.UNKNOWN
    assert professional.stay.judged.of("intra-company").outcome is Outcome.UNKNOWN
    assert steps(planned(dataset, "AU"))[0].stay.judged.of("school-country").outcome is Outcome.UNKNOWN


def test_somebody_of_no_partner_country_is_told_what_an_organization_leaves_open(dataset):
    assert planned(dataset, "BR").closed[0].finding.needs == ("recognized_organization",)
    through = planned(dataset, "BR", recognized_organization=True)
    assert through.closed[0].finding.criterion == "category-offered"
    assert through.offered == ()


@pytest.mark.parametrize(
    ("citizenships", "earlier", "needs"),
    [
        (["GB"], None, ["participations"]),
        (["GB"], [{"activated": False}], []),
        (["GB"], [{}], [f"participations.0.{name}" for name in (*DETAILS, "activated")]),
        (["GB"], [{"activated": True}], [f"participations.0.{name}" for name in DETAILS]),
        (["GB"], [{"activated": True, "recognized_organization": True}], ["participations.0.permit_ended_on"]),
        (["DE"], [took_part("DE", None, 2024, "2024-03-01", "2025-03-01")], ["participations.0.category"]),
        (["GB"], [took_part("GB", None, 2024, "2024-03-01", "2025-03-01")], []),
        (
            ["CH"],
            [took_part("CH", YP, 2024, None, "2025-03-01")],
            ["participations.0.permit_started_on"],
        ),
    ],
)
def test_only_the_answers_that_the_plan_needs_are_asked_for(dataset, citizenships, earlier, needs):
    made = planned(dataset, *citizenships, born="1994-05-10", participations=earlier)
    assert set(made.needs) == set(needs)
    assert bool(made.offered) is not bool(needs)


def test_nothing_answered_asks_for_what_every_plan_needs(dataset):
    assert plan({}, dataset, date(2026, 11, 22)).needs == ("citizenships", "date_of_birth", "participations")


def test_a_day_without_facts_is_refused_with_the_day(dataset):
    with pytest.raises(DocumentError) as refused:
        planned(dataset, "GB", assessed_on="2019-01-01")
    (problem,) = refused.value.problems
    assert (problem.path, problem.code) == ("assessed_on", "facts-not-known")


def test_wishes_are_read_from_plain_values():
    assert read_wishes({"categories": ["working_holiday"], "coop_first": None}) == {"categories": (WH,)}
    assert read_wishes({}) == {}


@pytest.mark.parametrize(
    "wishes", [{"categories": ["co-op"]}, {"coop_first": "yes"}, {"first": True}, ["working_holiday"]]
)
def test_wishes_that_cannot_be_read_are_refused(wishes):
    with pytest.raises(DocumentError):
        read_wishes(wishes)


def test_many_citizenships_end_the_search_and_the_best_plans_are_still_there(dataset):
    made = planned(dataset, "FI", "AT", "GB", "AU")
    assert made.stopped
    assert made.offered[0].course.months >= 126


@pytest.mark.parametrize("born", ["9998-01-01", "9970-03-01"])
def test_the_end_of_the_calendar_is_no_traceback(dataset, born):
    made = planned(dataset, "GB", "PL", born=born, today=date(9999, 12, 31))
    assert all(step.last.invited_on <= date.max for offered in made.offered for step in offered.course.steps)
