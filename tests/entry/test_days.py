from datetime import date, timedelta

import pytest

from generator.entry.days import Order, digits_order, is_iso, read_day
from generator.entry.unclear import UnclearError
from generator.explain.wording import Wording

PI_DAY = date(2003, 3, 14)


def refused(text, order=None):
    with pytest.raises(UnclearError) as caught:
        read_day(text, order)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "2003-03-14",
        "14 March 2003",
        "March 14, 2003",
        "14 mars 2003",
        "le 14 mars 2003",
        "the 14th of March, 2003",
        "14-Mar-2003",
        "14Mar2003",
        "2003 March 14",
        "MARCH 14 2003",
        "  14   mars  2003 ",
    ],
)
def test_a_day_with_its_month_as_a_word_is_read_in_either_language_and_order(text):
    assert read_day(text) == PI_DAY


@pytest.mark.parametrize("text", ["14/03/2003", "3/14/2003", "14-3-2003", "2003/03/14", "2003.3.14", "20030314"])
def test_digits_that_leave_no_doubt_are_read(text):
    assert read_day(text) == PI_DAY


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("9 sept. 2003", 9),
        ("9 févr. 2003", 2),
        ("9 fevr 2003", 2),
        ("9 avr. 2003", 4),
        ("9 août 2003", 8),
        ("9 AOUT 2003", 8),
        ("9 déc. 2003", 12),
        ("9 juil. 2003", 7),
        ("9 juin 2003", 6),
        ("9 Jul 2003", 7),
        ("9 mai 2003", 5),
        ("9 May 2003", 5),
    ],
)
def test_a_month_may_be_cut_short_and_lose_its_accents(text, month):
    assert read_day(text) == date(2003, month, 9)


def test_a_beginning_that_two_months_share_is_not_guessed():
    assert refused("9 jui 2003").code == "unreadable-date"


@pytest.mark.parametrize(
    "text", ["1er mai 2027", "1 er mai 2027", "1\u1d49\u02b3 mai 2027", "1st May 2027", "May 1, 2027"]
)
def test_the_first_of_a_month_is_counted_as_each_language_counts_it(text):
    assert read_day(text) == date(2027, 5, 1)


@pytest.mark.parametrize(
    "text",
    [
        "14\u00a0mars\u00a02003",
        "14\u202fmars\u202f2003",
        "\uff11\uff14\u3000\uff2d\uff41\uff52\uff43\uff48\u3000\uff12\uff10\uff10\uff13",
        "14\u201103\u20112003",
        "\u200e14/03/2003",
    ],
)
def test_letters_and_spaces_of_other_keyboards_are_read(text):
    assert read_day(text) == PI_DAY


@pytest.mark.parametrize(
    "text", ["Friday 14 March 2003", "Fri, 14 Mar 2003", "vendredi 14 mars 2003", "14 mars 2003 (ven.)"]
)
def test_the_right_day_of_the_week_is_tolerated(text):
    assert read_day(text) == PI_DAY


@pytest.mark.parametrize("text", ["mar. 4 mars 2003", "mar. 4 mar. 2003", "Tue 4 Mar 2003", "mardi 4 March 2003"])
def test_the_short_form_of_a_tuesday_in_french_is_told_from_that_of_march(text):
    assert read_day(text) == date(2003, 3, 4)


def test_a_wrong_day_of_the_week_is_refused_with_the_day_that_was_read():
    unclear = refused("Monday 14 March 2003")
    assert (unclear.code, unclear.values["day"]) == ("wrong-weekday", PI_DAY)


@pytest.mark.parametrize("text", ["03/04/2003", "3-4-2003", "3 4 2003"])
def test_digits_that_read_two_ways_are_refused_with_both_readings(text):
    unclear = refused(text)
    assert unclear.code == "ambiguous-date"
    assert (unclear.values["first"], unclear.values["second"]) == (date(2003, 4, 3), date(2003, 3, 4))


def test_a_day_that_equals_its_month_reads_one_way_only():
    assert read_day("05/05/2003") == date(2003, 5, 5)


def test_dots_are_day_first_as_wherever_they_are_written():
    assert read_day("03.04.2003") == read_day("3. 4. 2003") == read_day("03.04.2003", Order.MONTH_FIRST)
    assert read_day("03.04.2003") == date(2003, 4, 3)


def test_a_known_order_settles_what_reads_two_ways_and_nothing_else():
    assert read_day("03/04/2003", Order.DAY_FIRST) == date(2003, 4, 3)
    assert read_day("03/04/2003", Order.MONTH_FIRST) == date(2003, 3, 4)
    assert read_day("14/03/2003", Order.MONTH_FIRST) == PI_DAY


@pytest.mark.parametrize("text", ["14/03/03", "14 March 03", "14 March ’03", "03-04-05", "March 14, 03", "31/12/99"])
def test_a_year_of_two_digits_is_refused(text):
    assert refused(text).code == "two-digit-year"


@pytest.mark.parametrize(
    ("text", "day", "last"),
    [
        ("31 April 2003", 31, date(2003, 4, 30)),
        ("31/04/2003", 31, date(2003, 4, 30)),
        ("29 Feb 2003", 29, date(2003, 2, 28)),
        ("02/29/2003", 29, date(2003, 2, 28)),
        ("29 février 1900", 29, date(1900, 2, 28)),
        ("45 mars 2003", 45, date(2003, 3, 31)),
        ("0/3/2003", 0, date(2003, 3, 31)),
    ],
)
def test_a_day_that_does_not_exist_is_named_with_the_last_of_its_month(text, day, last):
    unclear = refused(text)
    assert (unclear.code, unclear.values["day"], unclear.values["last"]) == ("no-such-day", day, last)


def test_a_leap_day_exists_in_leap_years():
    assert read_day("29 février 2004") == read_day("29/02/2004") == date(2004, 2, 29)


@pytest.mark.parametrize("text", ["2003/13/01", "13/13/2003", "20032003"])
def test_a_month_that_does_not_exist_is_refused(text):
    assert refused(text).code == "impossible-date"


@pytest.mark.parametrize("text", ["14 March 20003", "14 March 203", "14/3/1203", "March 14, 9999"])
def test_a_year_that_nobody_means_is_refused(text):
    assert refused(text).code == "far-year"


@pytest.mark.parametrize("text", ["14 March", "March 2003", "mars", "2003", "03/2003"])
def test_a_date_with_a_part_missing_is_refused_as_incomplete(text):
    assert refused(text).code == "incomplete-date"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "14. März 2003",
        "14 de marzo de 2003",
        "14 March 2003 14",
        "14:03:2003",
        "+14/03/2003",
        "March March 14 2003",
        "lundi vendredi 14 mars 2003",
        "2003-03-14 13:30",
        "9" * 5000,
        "\u0661\u0664/\u0660\u0663/\u0662\u0660\u0660\u0663",
    ],
)
def test_what_is_neither_english_nor_french_nor_a_date_is_refused(text):
    assert refused(text).code == "unreadable-date"


@pytest.mark.parametrize("text", ["2003-03-14 00:00:00", "2003-03-14T00:00:00.000Z", "3/14/2003 12:00:00 AM"])
def test_the_first_moment_that_a_spreadsheet_writes_after_a_day_is_left_out(text):
    assert read_day(text) == PI_DAY


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_day_that_we_write_in_words_is_read_back(dataset, words, lang):
    wording = Wording(dataset, words[lang], lang)
    for days in range(366 * 4):
        day = date(2024, 1, 1) + timedelta(days=days)
        assert read_day(wording.day(day)) == day


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("14/03/2003", Order.DAY_FIRST),
        ("3/14/2003", Order.MONTH_FIRST),
        ("03/04/2003", None),
        ("14.03.2003", None),
        ("13/13/2003", None),
        ("31/02/2003", None),
        ("2003-03-14", None),
        ("14 mars 2003", None),
    ],
)
def test_the_order_of_digits_shows_where_one_of_them_cannot_be_a_month(text, order):
    assert digits_order(text) is order


def test_iso_text_is_known_by_its_form_alone():
    assert is_iso("2003-02-30")
    assert not is_iso("2003-2-3")
