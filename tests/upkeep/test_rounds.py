"""The feed of the rounds becomes dated readings of pools, after a look, and never a file that is not sound."""

from datetime import date
from pathlib import Path

import pytest

from generator.dataset import Knowledge, load_knowledge
from generator.dataset.guide import Unlimited
from generator.rules.facts import Status, Text
from generator.rules.kinds import Category
from generator.upkeep.english import english
from generator.upkeep.errors import UpkeepError
from generator.upkeep.rounds import Readings, readings_of
from generator.upkeep.rounds_additions import Additions, additions_of
from generator.upkeep.rounds_feed import LARGEST, read_feed
from generator.upkeep.rounds_report import rounds_report
from generator.upkeep.rounds_yaml import write_rows

FEED = (Path(__file__).parent / "feed.xml").read_text(encoding="utf-8")
DAY, ON = date(2023, 2, 10), date(2023, 2, 12)
ANDORRA = '<country location="Andorra" category="wh" code="an">'


def read(feed: str | bytes, knowledge: Knowledge, season: int = 2023, on: date = ON) -> Readings:
    data = feed if isinstance(feed, bytes) else feed.encode()
    return readings_of(read_feed(data, "feed.xml"), "feed.xml", knowledge, season, on)


def added(feed: str, data: Path) -> tuple[Knowledge, Additions]:
    knowledge = load_knowledge(data)
    return knowledge, additions_of(read(feed, knowledge), knowledge, 2023, ON)


def refusal(feed: str | bytes, knowledge: Knowledge, season: int = 2023, on: date = ON) -> list[str]:
    with pytest.raises(UpkeepError) as refused:
        read(feed, knowledge, season, on)
    return refused.value.lines


def test_numbers_words_and_unlimited_quotas_are_read_with_their_day(knowledge: Knowledge) -> None:
    readings = read(FEED, knowledge)
    values = {(one.country, one.field): one.value for one in readings.readings}
    assert readings.day == DAY
    assert values["AD", "quota"] == 25
    assert values["AD", "places_left"] == 23
    assert values["AU", "quota"] is Unlimited.UNLIMITED
    assert ("AU", "places_left") not in values
    assert (values["FR", "quota"], values["FR", "invitations"]) == (2200, 1122)
    assert values["FR", "first_round"] == Text(en="Week of February 1, 2023", fr="Semaine du 1er février 2023")
    assert values["AD", "final_round"] == Text(en="To be announced", fr="À déterminer")
    assert {one.category for one in readings.readings if one.country == "LV"} == {Category.INTERNATIONAL_COOP}


def test_what_the_data_does_not_take_is_told_with_its_line(knowledge: Knowledge) -> None:
    passed = {one.line: one.reason for one in read(FEED, knowledge).passed}
    assert "whose French is not known" in passed[6]
    assert "Volontariat" in passed[7]
    assert "recognized organizations" in passed[9]
    assert "no number is published yet" in passed[10]


BROKEN = {
    "an unknown place": ('location="Andorra"', 'location="Ruritania"', 4, "no country of ours"),
    "a country without a page": ('location="Andorra"', 'location="Peru"', 4, "no country of ours"),
    "the code of another country": ('code="an"', 'code="fr"', 4, "of another country"),
    "an unknown category": ('category="wh" code="an"', 'category="au-pair" code="an"', 4, "no category"),
    "a number below zero": ("[25]", "[-25]", 4, "'-25', which is no whole number"),
    "a word for a number": ("[25]", "[about 25]", 4, "no whole number"),
    "a decimal": ("[25]", "[2.5]", 4, "no whole number"),
    "a misplaced comma": ("2,200", "22,00", 6, "no whole number"),
    "chances beyond 5": (
        "<chances><![CDATA[1]]></chances></country>",
        "<chances>6</chances></country>",
        4,
        "from 0 to 5",
    ),
    "no day": ("<chancesdate><![CDATA[February&nbsp;10,&nbsp;2023]]></chancesdate>", "", 1, "`chancesdate`"),
    "a day that is none": ("February&nbsp;10", "February&nbsp;30", 3, "not a day"),
    "another calendar": ("February&nbsp;10,&nbsp;2023", "10/02/2023", 3, "not a day"),
    "a broken element": ("</temp>", "", 12, "not XML"),
    "another root": ("temp>", "pools>", 1, "not the feed"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_feed_that_is_not_understood_is_refused_with_its_line(name: str, knowledge: Knowledge) -> None:
    old, new, line, reason = BROKEN[name]
    assert old in FEED
    (told,) = refusal(FEED.replace(old, new) if name == "another root" else FEED.replace(old, new, 1), knowledge)
    assert told.startswith(f"feed.xml:{line}:")
    assert reason in told


def test_a_pool_that_stands_twice_is_refused(knowledge: Knowledge) -> None:
    row = next(line for line in FEED.splitlines() if ANDORRA in line)
    (told,) = refusal(FEED.replace(row, f"{row}\n{row}"), knowledge)
    assert told.startswith("feed.xml:5:1: this pool stands already on line 4")


def test_every_problem_is_told_at_once(knowledge: Knowledge) -> None:
    assert len(refusal(FEED.replace("[25]", "[x]").replace('"Latvia, Republic"', '"Latveria"'), knowledge)) == 2


@pytest.mark.parametrize(
    "feed",
    [
        b"",
        b"<html><p>Hello</p></html>",
        b"<temp></temp>",
        b"x" * (LARGEST + 1),
        FEED.replace("<temp>", '<!DOCTYPE temp [<!ENTITY a "b">]><temp>').encode(),
        FEED.replace("<temp>", '<!DOCTYPE temp SYSTEM "file:///etc/passwd"><temp>').encode(),
        FEED.encode("utf-8").replace(b"Andorra", b"Andorra \xe9"),
    ],
    ids=["empty", "HTML", "no pools", "too large", "an entity", "a document type", "another encoding"],
)
def test_what_is_no_such_feed_is_refused_in_a_sentence(feed: bytes, knowledge: Knowledge) -> None:
    (told,) = refusal(feed, knowledge)
    assert told.startswith("feed.xml:")


def test_a_feed_of_another_season_or_of_the_future_is_refused(knowledge: Knowledge) -> None:
    assert "no day of the season of 2026" in refusal(FEED, knowledge, season=2026)[0]
    assert "after the 2023-02-01" in refusal(FEED, knowledge, on=date(2023, 2, 1))[0]


def test_the_report_tells_every_pool_in_a_sentence_and_as_yaml(few: Path) -> None:
    knowledge, additions = added(FEED, few)
    text = "\n".join(rounds_report(additions, read(FEED, knowledge).passed, english(knowledge)))
    assert "# Andorra, Working Holiday, on 2023-02-10: quota 25; invitations 4; candidates 2; places left 23;" in text
    assert "- country: AD\n  category: working_holiday\n  quota:\n    - value: 25\n" in text
    assert "      in_force: {known_since: 2023-02-10, known_through: 2023-02-10}\n      status: official\n" in text
    assert "# Season 2023, numbers of 2023-02-10:" in text


def test_written_rows_are_sound_dated_official_facts(few: Path) -> None:
    _, additions = added(FEED, few)
    write_rows(additions, few)
    (row,) = load_knowledge(few).index["pools.2023.AU.international_coop.quota"].rows
    assert (row.value, row.status, row.checked_on) == (Unlimited.UNLIMITED, Status.OFFICIAL, ON)
    assert (row.in_force.known_since, row.in_force.known_through) == (DAY, DAY)
    assert [(source.id, source.read_on) for source in row.sources] == [("ircc-rounds", ON)]


def test_writing_twice_changes_nothing(few: Path) -> None:
    write_rows(added(FEED, few)[1], few)
    written = (few / "pools" / "2023.yml").read_text()
    _, again = added(FEED, few)
    assert again.rows == ()
    write_rows(again, few)
    assert (few / "pools" / "2023.yml").read_text() == written


def test_a_later_feed_adds_rows_and_names_what_was_known(few: Path) -> None:
    write_rows(added(FEED, few)[1], few)
    later = FEED.replace("February&nbsp;10", "February&nbsp;12").replace("[25]", "[30]")
    knowledge, additions = added(later, few)
    assert "quota 30 (so far 25 on 2023-02-10, official)" in "\n".join(rounds_report(additions, (), english(knowledge)))
    write_rows(additions, few)
    rows = load_knowledge(few).index["pools.2023.AD.working_holiday.quota"].rows
    assert [row.value for row in rows] == [25, 30]


def test_an_earlier_feed_is_put_before_what_is_there(few: Path) -> None:
    write_rows(added(FEED, few)[1], few)
    write_rows(added(FEED.replace("February&nbsp;10", "February&nbsp;3").replace("[25]", "[20]"), few)[1], few)
    rows = load_knowledge(few).index["pools.2023.AD.working_holiday.quota"].rows
    assert [row.value for row in rows] == [20, 25]


def test_another_value_for_the_same_day_is_refused(few: Path) -> None:
    write_rows(added(FEED, few)[1], few)
    with pytest.raises(UpkeepError) as refused:
        added(FEED.replace("[25]", "[26]"), few)
    (told,) = refused.value.lines
    assert told.startswith(
        f"{few / 'pools' / '2023.yml'}:5:1: pools.2023.AD.working_holiday.quota: "
        "the data has 25 for 2023-02-10, the feed 26"
    )


def test_comments_and_order_of_the_file_are_kept(few: Path) -> None:
    path = few / "pools" / "2023.yml"
    before = (
        "# Pools of 2023.\n"
        "- country: AT\n"
        "  category: working_holiday # the smallest\n"
        "  quota:\n"
        "    # read by hand\n"
        "    - value: 100\n"
        "      in_force: {known_since: 2023-01-01, known_through: 2023-01-01}\n"
        "      status: official\n"
        "      sources:\n"
        "        - {id: ircc-rounds}\n"
        "      checked_on: 2023-01-02\n"
        '      note: {en: "By hand.", fr: "À la main."}\n'
    )
    path.write_text(before, encoding="utf-8")
    write_rows(added(FEED, few)[1], few)
    after = path.read_text(encoding="utf-8")
    head, rest = before.split("\n", 1)
    assert after.splitlines()[:2] == ["# yaml-language-server: $schema=../schema/pools.json", head]
    assert rest in after
    pools = [line for line in after.splitlines() if line.startswith("- country")]
    assert pools == [f"- country: {code}" for code in ("AD", "AT", "AU", "FR", "LV")]


def test_rows_that_would_not_be_sound_leave_every_file_as_it_was(few: Path) -> None:
    _, additions = added(FEED, few)
    sources = few / "sources.yml"
    sources.write_text(
        sources.read_text(encoding="utf-8").replace("id: ircc-rounds\n", "id: other-rounds\n"), encoding="utf-8"
    )
    before = {path: path.read_bytes() for path in few.rglob("*") if path.is_file()}
    with pytest.raises(UpkeepError) as refused:
        write_rows(additions, few)
    assert refused.value.lines[-1].startswith("nothing was written")
    assert all(line.startswith(str(few)) for line in refused.value.lines[:-1])
    assert {path: path.read_bytes() for path in few.rglob("*") if path.is_file()} == before
