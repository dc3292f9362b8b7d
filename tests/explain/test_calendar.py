import json
import re
from datetime import UTC, date, datetime

import icalendar
import pytest

from generator.explain import explain
from generator.explain.calendar import REMIND_BEFORE, as_calendar
from generator.explain.ics import as_file, escaped
from generator.rules import assess
from generator.rules.findings import Verdict
from generator.rules.record import to_plain
from generator.web import Checker
from tests.applicants import TODAY, only_route, student, took_part, worked_cases

PAGE = "https://example.org/iec/checker/"
ACCEPTED = {"received_on": "2027-02-15", "answer": "accepted", "accepted_at": "2027-02-20T07:25:00.5Z"}


@pytest.fixture
def written(dataset, words):
    def write(document, lang="en", url=PAGE):
        explained = explain(assess(document, dataset, TODAY), dataset, words[lang], lang)
        return as_calendar(explained, dataset, words[lang], lang, url=url)

    return write


@pytest.fixture
def events(written):
    """Return the events of a document's calendar by the id of their deadline, as another program reads them."""

    def read(document, lang="en", url=PAGE):
        text = written(document, lang, url)
        found = icalendar.Calendar.from_ical(text).walk("VEVENT") if text else []
        assert [event.errors for event in found] == [[]] * len(found)
        return {str(event["uid"]).partition(".")[0]: event for event in found}

    return read


def test_a_day_lasts_the_whole_day_and_a_moment_is_written_in_utc(events):
    day = events(student("DE"))["answer-invitation-by"]
    assert (day.decoded("dtstart"), day.decoded("dtend")) == (date(2027, 2, 25), date(2027, 2, 26))
    found = events(student("DE", invitation=ACCEPTED))
    assert found["apply-by"].decoded("dtstart") == datetime(2027, 3, 12, 7, 25, tzinfo=UTC)
    assert "dtend" not in found["apply-by"]


def test_a_day_at_the_end_of_a_month_ends_on_the_first_of_the_next(events):
    event = events(student("DE", biometrics_letter_on="2027-03-01"))["biometrics-by"]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2027, 3, 31), date(2027, 4, 1))
    birthday = events(student("DE", date_of_birth="1992-03-01", invitation=...))["last-invitation-day"]
    assert (birthday.decoded("dtstart"), birthday.decoded("dtend")) == (date(2028, 2, 29), date(2028, 3, 1))


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        ({"invitation": ...}, {"last-invitation-day"}),
        ({}, {"answer-invitation-by"}),
        ({"invitation": ACCEPTED}, {"apply-by"}),
        ({"invitation": ACCEPTED, "application_submitted_at": "2027-02-21T00:00:00Z"}, set()),
    ],
)
def test_every_deadline_that_is_still_to_be_kept_stands_in_the_calendar(events, answers, kept):
    earlier = took_part("PL", "working_holiday", 2025, "2025-11-01", "2026-10-31")
    letters = {
        "biometrics_letter_on": "2027-03-01",
        "entry_letter_expires_on": "2028-01-31",
        "arrives_on": "2027-08-01",
    }
    found = events(student("PL", participations=[earlier], **{**letters, **answers}))
    assert found.keys() == {*kept, "biometrics-by", "gap-ends", "entry-letter-expires", "permit-ends"}


def test_the_end_of_a_gap_stands_in_the_calendar_of_somebody_who_would_arrive_too_early(dataset, events):
    earlier = took_part("PL", "working_holiday", 2025, "2025-12-01", "2026-11-30")
    document = student("PL", participations=[earlier])
    assert only_route(dataset, document).verdict is Verdict.INELIGIBLE
    assert events(document)["gap-ends"].decoded("dtstart") == date(2027, 5, 30)


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"passports": [{"issuer": "DE", "expires_on": "2027-09-01"}]}, "passport-ends-permit"),
        ({"insurance": {"kind": "private", "covered_until": "2027-09-01"}}, "insurance-ends-permit"),
    ],
)
def test_a_paper_that_ends_the_permit_has_an_entry_of_its_own(events, answers, name):
    found = events(student("DE", **answers))
    assert found[name].decoded("dtstart") == found["permit-ends"].decoded("dtstart") == date(2027, 9, 1)
    assert name not in events(student("DE"))


def test_days_that_have_passed_are_left_out(events):
    past = events(student("DE", invitation={"received_on": "2027-02-01", "answer": "none"}, offer__paid=False))
    assert "answer-invitation-by" not in past
    last_day = events(student("DE", invitation={"received_on": "2027-02-05"}))
    assert last_day["answer-invitation-by"].decoded("dtstart") == TODAY


def test_a_route_that_nothing_opens_brings_no_days_and_one_that_a_change_opens_does(written, events):
    assert written(student("DE", admissible=False)) is None
    refused = events(student("DE", offer__employer_submitted=False))
    assert "answer-invitation-by" in refused
    assert "permit-ends" not in refused
    opened = student("DE", offer__employer_submitted=False, funds_cad=..., invitation=...)
    assert "last-invitation-day" in events(opened)


def test_somebody_without_a_citizenship_or_a_day_gets_no_calendar(written):
    assert written({}) is None
    assert written({"citizenships": ["DE"]}) is None
    assert written({"citizenships": ["UA"], "date_of_birth": "2000-01-01"}) is None


def test_a_day_that_several_routes_share_stands_once_and_names_them(written):
    text = written(student("DE", category="any", invitation=...))
    found = [event for event in icalendar.Calendar.from_ical(text).walk("VEVENT") if "last-inv" in event["uid"]]
    (event,) = found
    for category in ("International Co-op", "Young Professionals", "Working Holiday"):
        assert f"Germany, {category}" in event["description"]


def test_names_of_entries_outlive_changed_answers_and_tell_people_apart(written):
    def uids(**answers):
        return set(re.findall("UID:(.*)\r\n", written(student("DE", **answers))))

    assert uids() == uids(arrives_on="2027-06-01", passports=[{"issuer": "DE", "expires_on": "2033-01-01"}])
    assert uids() <= uids(category="any") & uids(category="any", offer__teer=5)
    assert uids(reference="Ana") & (uids() | uids(reference="Bo")) == set()
    assert not any("Ana" in uid for uid in uids(reference="Ana"))


def test_nothing_that_the_reader_answered_stands_in_the_file_but_its_days(written):
    text = written(student("DE", reference="Ana Lima", date_of_birth="1999-07-19"))
    assert not {part for part in ("Ana", "Lima", "1999", "19990719", "6000") if part in text}


def test_the_file_is_dated_by_the_assessed_day_and_newer_files_replace_older_ones(events):
    first, later = (events(student("DE", assessed_on=day))["permit-ends"] for day in ("2027-02-15", "2027-02-16"))
    assert first.decoded("dtstamp") == datetime(2027, 2, 15, tzinfo=UTC)
    assert later["sequence"] == first["sequence"] + 1


def test_a_reminder_comes_in_the_morning_of_an_earlier_day(events):
    found = events(student("DE", invitation=ACCEPTED))
    for name, event in found.items():
        (alarm,) = event.walk("VALARM")
        before = -alarm.decoded("trigger").total_seconds() / 3600
        at = 0 if name == "apply-by" else 9
        assert before == 24 * REMIND_BEFORE[name] - at
        assert alarm["action"] == "DISPLAY"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_words_and_addresses_are_those_of_the_language(words, events, lang):
    found = events(student("DE"), lang, url=None)
    event = found["answer-invitation-by"]
    said = words[lang]["deadlines"]["answer-invitation-by"]
    assert event["summary"] == words[lang]["calendar"]["summary"].format(what=said)
    assert event["summary"].params["language"] == lang
    assert f"canada.ca/{lang}/" in event["url"]
    assert event["class"] == "PRIVATE"
    assert events(student("DE"), lang)["answer-invitation-by"]["url"] == PAGE


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_lines_end_with_cr_lf_and_are_never_longer_than_75_octets(written, lang):
    text = written(student("DE", category="any", invitation=ACCEPTED), lang)
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert not any("\n" in line or "\r" in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75
    assert any(line.startswith(" ") for line in lines)


def test_a_folded_line_is_whole_again_when_it_is_unfolded():
    line = "DESCRIPTION:" + "é€😀a" * 60
    folded = as_file([line])
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
    assert folded.replace("\r\n ", "").removesuffix("\r\n") == line


def test_marks_with_a_meaning_are_escaped_and_control_characters_left_out():
    assert escaped("a, b; c\\d\ne\r\x00\x85\u00a0f") == "a\\, b\\; c\\\\d\\ne\u00a0f"


def test_the_last_day_of_the_calendar_has_no_day_after_it(events):
    document = {"citizenships": ["DE"], "assessed_on": "2027-02-15", "entry_letter_expires_on": "9999-12-31"}
    event = events(document)["entry-letter-expires"]
    assert event.decoded("dtstart") == date.max
    assert "dtend" not in event


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_worked_case_gives_a_calendar_that_another_program_reads(events, lang):
    read = [events(case["applicant"], lang) for case in worked_cases()]
    assert sum(map(len, read)) > len(read)


def test_the_page_gets_the_file_and_a_refused_document_its_problems(dataset, words, written):
    checker = Checker(json.dumps({"dataset": to_plain(dataset), "words": words}))

    def asked(document):
        request = {"task": "calendar", "document": document, "url": PAGE, "lang": "fr", "today": TODAY.isoformat()}
        return json.loads(checker.answer(json.dumps(request)))

    assert asked(student("DE")) == {"calendar": written(student("DE"), "fr")}
    assert asked({}) == {"calendar": None}
    assert [problem["path"] for problem in asked({"residence": "XX"})["problems"]] == ["residence"]
