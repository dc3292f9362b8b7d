"""The saved page of the agreements is compared with the facts cell by cell."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.dataset import Knowledge
from generator.rules.country import Ages
from generator.rules.kinds import Answer, Category, Repeat, School
from generator.upkeep.agreements import Comparison, compare
from generator.upkeep.agreements_findings import Cell, Kind
from generator.upkeep.agreements_report import report
from generator.upkeep.english import english
from generator.upkeep.errors import UpkeepError
from generator.upkeep.saved import LARGEST
from tests.upkeep.written_page import page_of

HERE = Path(__file__).parent
DAY = date(2026, 11, 22)
MARKDOWN = (HERE / "agreements.md").read_text(encoding="utf-8")
HTML = (HERE / "agreements.html").read_text(encoding="utf-8")
COOP, YOUNG, HOLIDAY = Category.INTERNATIONAL_COOP, Category.YOUNG_PROFESSIONALS, Category.WORKING_HOLIDAY
BELGIUM = "| Working Holiday | 18 to 30 years | Open | 1 year | None | Must be a resident of Belgium when applying |"
TIED = "| 18 to 35 years | Employer-specific |"
SWISS = "| International Co-op (Internship) | 18 to 35 years | Employer-specific | 18 months Total"
KOREA = f"| International Co-op (internships) {TIED} 24 months | No specific requirement | No specific requirements |"


def compared(page: str | bytes, knowledge: Knowledge) -> Comparison:
    return compare(page if isinstance(page, bytes) else page.encode(), "page", knowledge, DAY)


def changed(old: str, new: str, count: int = 1) -> str:
    assert old in MARKDOWN
    return MARKDOWN.replace(old, new, count)


def tabs(text: str) -> str:
    """Return the page as it comes out of a browser into a text file: cells parted by tabs, no marks."""
    rows = (line for line in text.splitlines() if not line.startswith("| ---"))
    cells = ("\t".join(part.strip() for part in row.strip("|").split("|")) if row[:1] == "|" else row for row in rows)
    return "\n".join(re.sub(r"^(#+|\*) +", "", row).replace("**", "") for row in cells)


def a_line_each(text: str) -> str:
    rows = (line for line in text.splitlines() if not line.startswith("| ---"))
    return "\n".join(
        "\n".join(part.strip() for part in row.strip("|").split("|")) if row[:1] == "|" else row for row in rows
    )


EQUAL = {
    "Markdown": MARKDOWN,
    "HTML": HTML,
    "HTML in Windows-1252": HTML.replace("utf-8", "windows-1252").encode("cp1252"),
    "HTML in UTF-16": HTML.encode("utf-16"),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + MARKDOWN.encode(),
    "Windows line ends": MARKDOWN.replace("\n", "\r\n"),
    "rows without a rule": re.sub(r"\n\| ---.*", "", MARKDOWN),
    "tables without a blank line before": MARKDOWN.replace("\n\n| Available", "\n| Available"),
    "names in bold": re.sub(r"^### (.*)$", r"**\1**", MARKDOWN, flags=re.MULTILINE),
    "names in summaries": re.sub(r"^### (.*)$", r"<details><summary>\1</summary>\n", MARKDOWN, flags=re.MULTILINE),
    "cells parted by tabs": tabs(MARKDOWN),
    "a cell on each line": a_line_each(MARKDOWN),
    "other dashes and spaces": MARKDOWN.replace("18 to 30 years", "18\u00a0–\u00a030\u202fyears"),
    "other names": MARKDOWN.replace("South Korea (Republic of Korea)", "Republic of Korea").replace(
        "Austria\n", "Autriche\n"
    ),
    "numbers in words": MARKDOWN.replace("allows **2** part", "allows two part").replace("| 1 year |", "| one year |"),
    "other words for the same": MARKDOWN.replace(
        "Must be a resident of Spain", "Applicants must be residents of Spain"
    ),
    "a web archive": b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b"
    b"\r\nContent-Type: text/html"
    b"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + HTML.encode() + b"\r\n--b--\r\n",
}


@pytest.mark.parametrize("page", EQUAL.values(), ids=EQUAL.keys())
def test_a_copy_that_says_the_same_has_no_difference_however_it_was_saved(page: str | bytes, six: Knowledge) -> None:
    comparison = compared(page, six)
    assert comparison.equal, report(comparison, english(six), "data")
    assert (comparison.countries, comparison.rows) == (6, 16)


def test_a_page_in_french_is_read_too(knowledge: Knowledge) -> None:
    three = {code: knowledge.dataset.countries[code] for code in ("BE", "ES", "KR")}
    french = replace(knowledge, dataset=replace(knowledge.dataset, countries=three))
    page = (HERE / "accords.md").read_text(encoding="utf-8")
    comparison = compared(page, french)
    assert not comparison.findings, report(comparison, english(knowledge), "data")
    (finding,) = compared(page.replace("De 18 à 30 ans", "De 18 à 35 ans"), french).findings
    assert (finding.country, finding.cell) == ("BE", Cell.AGES)


def test_a_page_written_from_all_facts_has_no_difference(knowledge: Knowledge) -> None:
    comparison = compared(page_of(knowledge.dataset, DAY), knowledge)
    assert not comparison.findings, report(comparison, english(knowledge), "data")


def test_what_the_data_tells_in_another_form_is_left_to_a_person(six: Knowledge) -> None:
    left = compared(MARKDOWN, six).of(Kind.BY_PERSON)
    assert {(finding.country, finding.cell) for finding in left} == {("GB", Cell.LONGEST), ("KR", Cell.COUNTRY)}


DIFFERENT = {
    "ages": (BELGIUM, BELGIUM.replace("30", "35"), "BE", HOLIDAY, Cell.AGES, Ages(minimum=18, maximum=35), "ages"),
    "longest permit": (BELGIUM, BELGIUM.replace("1 year", "2 years"), "BE", HOLIDAY, Cell.LONGEST, 24, "permit_months"),
    "kind of permit": (
        BELGIUM, BELGIUM.replace("Open", "Employer-specific"),
        "BE", HOLIDAY, Cell.PERMIT, "employer_specific", "permit",
    ),
    "discontinuance": (
        BELGIUM, BELGIUM.replace("None", "6 months"), "BE", HOLIDAY, Cell.DISCONTINUANCE, 6, "discontinuance_months",
    ),
    "residence no longer asked": (
        BELGIUM, BELGIUM.replace("Must be a resident of Belgium when applying", "No specific requirements"),
        "BE", HOLIDAY, Cell.RESIDENCE, Answer.NO, "residence_required",
    ),
    "residence newly asked": (
        KOREA, KOREA.replace("No specific requirements", "Must be a resident of South Korea"),
        "KR", COOP, Cell.RESIDENCE, Answer.YES, "residence_required",
    ),
    "school in the country": (
        KOREA, KOREA.replace("No specific requirements", "Must be registered at a school in the Republic of Korea"),
        "KR", COOP, Cell.SCHOOL, School.IN_COUNTRY, "school",
    ),
    "school anywhere": (
        "Student must be registered at a school in Switzerland", "No specific requirements",
        "CH", COOP, Cell.SCHOOL, School.ANYWHERE, "school",
    ),
    "ages of a stream": (
        "ICEX Vives (see note) | 18 to 30", "ICEX Vives (see note) | 18 to 35",
        "ES", YOUNG, Cell.AGES, Ages(minimum=18, maximum=35), "ages",
    ),
    "months of both permits": (
        "combined cannot exceed 18-months", "combined cannot exceed 24 months", "CH", YOUNG, Cell.TOGETHER, 24, None,
    ),
    "a later participation": (
        "12 months– 2nd participation", "18 months– 2nd participation", "GB", HOLIDAY, Cell.LATER, 18, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_a_changed_cell_of_a_row_is_the_one_difference(
    case: tuple[str, str, str, Category, Cell, object, str | None], six: Knowledge
) -> None:
    old, new, country, category, cell, read, field = case
    comparison = compared(changed(old, new), six)
    (finding,) = comparison.of(Kind.DIFFERS)
    assert (finding.country, finding.category, finding.cell, finding.read) == (country, category, cell, read)
    assert finding.page in changed(old, new)
    entry = six.index[finding.fact or ""]
    assert entry.file == finding.file
    assert finding.line in entry.lines
    assert field is None or entry.id.endswith(f".{field}")
    assert not comparison.of(Kind.NOT_READ)


ABOVE = {
    "participations": ("allows **1** participation", "allows **2** participations", "BE", Cell.PARTICIPATIONS, 2),
    "twice": ("allows **1** participation.", "allows applicants to participate twice.", "BE", Cell.PARTICIPATIONS, 2),
    "repeat category": (
        "Repeat category **not** permitted", "Repeat category permitted",
        "ES", Cell.REPEAT, (Repeat.PERMITTED, frozenset()),
    ),
    "no repeat category": (
        "Repeat category permitted within", "No repeat category, within",
        "CH", Cell.REPEAT, (Repeat.NOT_PERMITTED, frozenset()),
    ),
    "categories that may be repeated": (
        "for Working Holiday and Young Professionals", "for Working Holiday",
        "KR", Cell.REPEAT, (Repeat.LIMITED, frozenset({HOLIDAY})),
    ),
    "months of all": ("total of 36 months", "total of 48 months", "GB", Cell.TOGETHER, 48),
    "months of the second": ("second participation of 12", "second participation of 18", "GB", Cell.LATER, 18),
}  # fmt: skip


@pytest.mark.parametrize("name", ABOVE)
def test_a_changed_sentence_above_a_table_is_a_difference(name: str, six: Knowledge) -> None:
    old, new, country, cell, read = ABOVE[name]
    found = compared(changed(old, new), six).of(Kind.DIFFERS)
    assert [(finding.country, finding.cell, finding.read) for finding in found] == [(country, cell, read)]
    assert found[0].fact == f"{country}.participations"


def test_shares_that_only_the_page_has_are_a_difference(six: Knowledge) -> None:
    page = changed(
        "allows **1** participation.",
        "allows **1** participation:\n\n* 1 participation of 12 months in Working Holiday",
    )
    assert [finding.cell for finding in compared(page, six).of(Kind.DIFFERS)] == [Cell.SHARES]


def test_a_category_that_only_the_page_has_is_a_difference(six: Knowledge) -> None:
    (finding,) = compared(changed(BELGIUM, f"{BELGIUM}\n{KOREA}"), six).of(Kind.DIFFERS)
    assert (finding.country, finding.category, finding.cell) == ("BE", COOP, Cell.CATEGORY)
    assert finding.fact == "BE.international_coop.offered"


def test_a_category_that_only_the_data_has_is_a_difference(six: Knowledge) -> None:
    (finding,) = compared(changed(KOREA, ""), six).of(Kind.DIFFERS)
    assert (finding.country, finding.category, finding.cell, finding.page) == ("KR", COOP, Cell.CATEGORY, "")


def test_a_stream_that_only_one_side_has_is_a_difference(six: Knowledge) -> None:
    gone = re.sub(r"\| Young Professionals ICEX.*\n", "", MARKDOWN)
    assert [(found.cell, found.stream) for found in compared(gone, six).of(Kind.DIFFERS)] == [
        (Cell.STREAM, "icex-vives")
    ]
    new = changed(KOREA, KOREA + "\n" + KOREA.replace("(internships)", "(schools)"))
    assert [(found.cell, found.country) for found in compared(new, six).of(Kind.DIFFERS)] == [(Cell.STREAM, "KR")]


def test_a_country_that_only_one_side_has_is_a_difference(six: Knowledge, knowledge: Knowledge) -> None:
    (gone,) = compared(changed("### Belgium", "### Mexico"), knowledge_with(six, knowledge, "MX")).of(Kind.DIFFERS)[:1]
    assert (gone.country, gone.cell, gone.data) == ("MX", Cell.COUNTRY, Answer.NO)
    without = re.sub(r"### Belgium.*?(?=### South)", "", MARKDOWN, flags=re.DOTALL)
    (lost,) = compared(without, six).of(Kind.DIFFERS)
    assert (lost.country, lost.cell, lost.page, lost.fact) == ("BE", Cell.COUNTRY, "", "BE.partner")


def knowledge_with(six: Knowledge, knowledge: Knowledge, code: str) -> Knowledge:
    countries = {**six.dataset.countries, code: knowledge.dataset.countries[code]}
    return replace(six, dataset=replace(six.dataset, countries=countries))


UNREAD = {
    "ages": ("18 to 30 years", "as agreed", Cell.AGES),
    "two ages": ("18 to 30 years", "18 to 30 years, or 18 to 35 years for students", Cell.AGES),
    "kind of permit": ("Open", "Special", Cell.PERMIT),
    "months": ("1 year", "until further notice", Cell.LONGEST),
    "months with a condition": ("1 year", "12 months, 24 months for students", Cell.LONGEST),
    "discontinuance": ("None", "to be confirmed", Cell.DISCONTINUANCE),
    "an empty cell": ("1 year", "", Cell.LONGEST),
    "residence": ("Must be a resident of Belgium when applying", "Ask the embassy", Cell.RESIDENCE),
    "residence with an exception": ("when applying", "unless they study abroad", Cell.RESIDENCE),
    "category": ("Working Holiday", "Holiday with work", Cell.CATEGORY),
}


@pytest.mark.parametrize("name", UNREAD)
def test_a_cell_that_is_not_understood_is_reported_and_not_passed_over(name: str, six: Knowledge) -> None:
    old, new, cell = UNREAD[name]
    comparison = compared(changed(BELGIUM, BELGIUM.replace(old, new)), six)
    found = comparison.of(Kind.NOT_READ)
    assert {(finding.country, finding.cell) for finding in found} >= {("BE", cell)}
    assert {finding.country for finding in comparison.findings if finding.kind is not Kind.BY_PERSON} == {"BE"}
    assert not comparison.of(Kind.DIFFERS)
    assert not comparison.equal


def test_a_sentence_above_a_table_that_is_not_understood_is_reported(six: Knowledge) -> None:
    page = changed("allows **1** participation.", "allows **1** participation. A fee of 20 euros is asked.")
    (finding,) = compared(page, six).of(Kind.NOT_READ)
    assert (finding.country, finding.page) == ("BE", "A fee of 20 euros is asked.")


def test_a_country_that_nobody_knows_is_reported(six: Knowledge) -> None:
    comparison = compared(changed("### Belgium", "### Ruritania"), six)
    assert [finding.country for finding in comparison.of(Kind.NOT_READ)] == ["Ruritania"]
    assert any("Ruritania" in line for line in report(comparison, english(six), "data"))


def test_a_country_with_a_table_of_another_form_is_reported(six: Knowledge) -> None:
    page = re.sub(
        r"(### Belgium.*?\n)\| Available.*?\n\n",
        r"\1| a | b |\n| --- | --- |\n| c | d |\n\n",
        MARKDOWN,
        flags=re.DOTALL,
    )
    (finding,) = compared(page, six).of(Kind.NOT_READ)
    assert (finding.country, finding.cell) == ("BE", Cell.COUNTRY)


def test_a_column_that_is_missing_is_reported_for_every_country_at_once(six: Knowledge) -> None:
    comparison = compared(MARKDOWN.replace("Discontinuance requirement", "Remarks"), six)
    assert {finding.country for finding in comparison.of(Kind.NOT_READ)} == set(six.dataset.countries)
    (line,) = (line for line in report(comparison, english(six), "data") if "discontinuance:" in line)
    assert "Austria, Belgium, South Korea" in line


def test_one_table_with_a_column_of_countries_is_read_too(six: Knowledge) -> None:
    page = (
        "<table><tr><th>Country or territory</th><th>Category</th><th>Ages</th><th>Length of stay</th>"
        "<th>Participations</th></tr><tr><td rowspan=3>Austria</td><td>Working Holiday</td><td>18-30</td>"
        "<td>12 months</td><td rowspan=3>3 participations are allowed. No repeat category</td></tr>"
        "<tr><td>Young Professionals</td><td>18-35</td><td>12 months</td></tr>"
        "<tr><td>International Co-op</td><td>18-35</td><td>8 months</td></tr></table>"
    )
    found = compared(page, six).of(Kind.DIFFERS)
    assert [(finding.country, finding.cell) for finding in found if finding.country == "AT"] == [("AT", Cell.LONGEST)]


def test_the_report_names_country_category_cell_both_sides_and_the_line_of_the_fact(six: Knowledge) -> None:
    lines = report(compared(changed(BELGIUM, BELGIUM.replace("30", "35")), six), english(six), "data")
    line = six.index["BE.working_holiday.ages"].lines[-1]
    assert lines[:2] == [
        "Differs:",
        "  Belgium, Working Holiday, ages: the page says “18 to 35 years”; the data says 18 to 30 years "
        f"(data/countries/BE.yml:{line})",
    ]
    assert lines[-1].startswith("Compared 6 countries, 16 rows: 1 differences")


REFUSED = {
    "an empty file": (b" \n", "the file is empty"),
    "another page": (
        b"<html><h1>Belgium</h1><table><tr><th>Fee</th></tr><tr><td>20</td></tr></table>",
        "this is not the page",
    ),
    "a text without tables": (b"Belgium\n\nNothing to see.", "this is not the page"),
    "another encoding": ("Höhe: 12".encode("latin-1"), "page:1:2: this is not UTF-8 text"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0", "this is not UTF-8 text"),
    "UTF-16 that does not say so": (HTML.encode("utf-16-le"), "this is not UTF-8 text"),
    "too much": (b"x" * (LARGEST + 1), "more than the 5,000,000"),
    "elements within elements": (b"<html>" + b"<div>" * 5000, "too deep"),
    "an archive without a page": (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nhello", "no page in HTML"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_that_page_is_refused_in_a_sentence(name: str, six: Knowledge) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(UpkeepError) as refused:
        compared(data, six)
    (line,) = refused.value.lines
    assert line.startswith("page:")
    assert reason in line


WRITTEN = {
    "fields of study": (
        "student in forestry, agriculture, tourism", "student in forestry, tourism",
        "Austria, International Co-op, fields of study: ", "agriculture, forestry, tourism (data/countries/AT.yml:",
    ),
    "fields of the placement": (
        "work placement must be in forestry, agriculture, tourism", "",
        "Austria, International Co-op, fields of the placement: ",
        "read as none; the data says agriculture, forestry,",
    ),
    "months after graduation": (
        "the last 12 months", "the last 6 months",
        "Austria, International Co-op, months after graduation: ", "read as 6 months; the data says 12 months",
    ),
    "transfer within a company": (
        "must be permanently employed by an Austrian company", "No specific requirements",
        "Austria, Young Professionals, transfer within a company: ", "read as no; the data says yes",
    ),
    "travel documents": (
        " or a valid British National (Overseas) passport", "",
        "Hong Kong, Working Holiday, travel documents: ",
        "read as hong_kong_sar; the data says british_national_overseas,",
    ),
    "training centre": (
        "No specific requirements. Enrolment in a training centre is also acceptable", "No specific requirements",
        "France, International Co-op, training centre: ", "read as no; the data says yes",
    ),
    "how participations are divided": (
        "1 participation of up to 12 months in International Co-op",
        "1 participation of up to 12 months in Working Holiday",
        "Australia, how participations are divided: ", "read as 1 for Working Holiday, 1 for Working Holiday, Young",
    ),
    "months of a share": (
        "up to 24 months in Young Professionals or Working Holiday",
        "up to 23 months in Young Professionals or Working Holiday",
        "Australia, longest permit: ", "read as 23 months; the data says 24 months (data/countries/AU.yml:",
    ),
    "categories that may be repeated": (
        "permitted for Working Holiday or Young Professionals.", "permitted for Working Holiday.",
        "South Korea, repeat category: ",
        "read as limited to Working Holiday; the data says limited to Working Holiday, Y",
    ),
    "a limit that is gone": (
        " Total of both permits cannot exceed 18 months", "",
        "Switzerland, International Co-op, months of all participations together: ",
        "nothing of it; the data says 18 months (data/countries/CH.yml:",
    ),
    "a later permit that is gone": (
        " - 1st participation 12 months - 2nd participation", "",
        "United Kingdom, International Co-op, permit of a later participation: ",
        "nothing of it; the data says 12 months (data/countries/GB.yml:",
    ),
    "participations that are gone": (
        "## Andorra\n\nThe agreement allows 1 participations.", "## Andorra\n",
        "participations: Andorra", "",
    ),
    "a country that is gone": (
        "## Andorra", "## Mexico", "Mexico: the page has it as “Mexico”",
        "says no to whether it is a",
    ),
    "a country that stands twice": (
        "## Andorra", "## Belgium",
        "Belgium: not compared whole", "two sections with tables",
    ),
    "a second table": (
        "## Andorra\n", "## Andorra\n\n| a | b |\n|---|---|\n| c | d |\n",
        "Andorra: not compared whole", "a further table",
    ),
    "a row that names no category": (
        "| Working Holiday | 18 to 30 years | Open | 12 months | No specific requirement | No specific requirements |",
        "| Au pair | 18 to 30 years | Open | 12 months | No specific requirement | No specific requirements |",
        "Andorra: a row begins with “Au pair”", "which names no category",
    ),
    "one participation for a category": (
        "permitted for Working Holiday or Young Professionals.",
        "permitted for Working Holiday or Young Professionals. Only participate once in Young Professionals.",
        "South Korea, participations: the page says “A repeat category", "the data says 2",
    ),
    "a repetition under a condition": (
        "## Chile\n\nThe agreement allows 2 participations. A repeat category is permitted.",
        "## Chile\n\nThe agreement allows 2 participations. A repeat category is permitted if an officer agrees.",
        "Chile, participations: the page says “A repeat category is permitted if", "the data says 2",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN)
def test_what_few_agreements_say_is_compared_and_told_in_a_sentence(name: str, knowledge: Knowledge) -> None:
    old, new, beginning, middle = WRITTEN[name]
    page = page_of(knowledge.dataset, DAY)
    assert old in page
    lines = report(compared(page.replace(old, new, 1), knowledge), english(knowledge), "data")
    assert [line for line in lines if line.startswith(f"  {beginning}") and middle in line], "\n".join(lines)


@pytest.mark.parametrize("name", [*DIFFERENT, *ABOVE])
def test_every_difference_is_told_with_the_file_and_line_of_the_fact(name: str, six: Knowledge) -> None:
    old, new = (DIFFERENT | ABOVE)[name][:2]
    comparison = compared(changed(old, new), six)
    (finding,) = comparison.of(Kind.DIFFERS)
    line = report(comparison, english(six), "data")[1]
    assert line.startswith(f"  {six.dataset.names[finding.country].en}, ")
    assert "the page says “" in line
    assert line.endswith(f"(data/{finding.file}:{finding.line})")
