"""What a linter refuses is told with the place, what is wrong and what to write instead.

Each case edits one file of a small project. In the new text, § stands before the character at which the problem must
be reported; it is taken out before the file is written.
"""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.dataset.checks import CHECKS
from generator.dataset.checks.check import Check, Level
from generator.lint import LINTERS, facts_used, find_all
from generator.lint.quote_agrees import numbers_in
from generator.lint.subject import Subject, read_subject
from tests.lint.project import make_project

DAY = date(2026, 11, 22)
GERMANY = "data/countries/DE.yml"
REVIEW = "        review_due: 2027-01-31\n"


class Bad(NamedTuple):
    title: str
    check: str
    file: str
    old: str
    new: str
    message: str
    day: date = DAY


BAD = [
    Bad(
        "a file without the line that names its schema",
        "schema-named",
        GERMANY,
        "# yaml-language-server: $schema=../schema/country.json\n",
        "§# Germany\n",
        "write `# yaml-language-server: $schema=../schema/country.json` there",
    ),
    Bad(
        "a file whose first line names another schema",
        "schema-named",
        "data/places.yml",
        "# yaml-language-server: $schema=schema/places.json\n",
        "§# yaml-language-server: $schema=schema/place.json\n",
        "write `# yaml-language-server: $schema=schema/places.json` there",
    ),
    Bad(
        "a status before the days on which the fact holds",
        "key-order",
        GERMANY,
        "    in_force: {known_since: 2025-12-24}\n    status: official\n",
        "    status: official\n    §in_force: {known_since: 2025-12-24}\n",
        "`in_force` stands after `status`; put it before, or run `iec-coop tidy`",
    ),
    Bad(
        "French before English",
        "key-order",
        GERMANY,
        'name: {en: "Germany", fr: "Allemagne"}',
        'name: {fr: "Allemagne", §en: "Germany"}',
        "`en` stands after `fr`; put it before",
    ),
    Bad(
        "the categories of a country in another order",
        "key-order",
        GERMANY,
        "  international_coop:\n…  young_professionals:\n…(?=  working_holiday:)",
        "  young_professionals:\n    offered: []\n  §international_coop:\n    offered: []\n",
        "`international_coop` stands after `young_professionals`; put it before",
    ),
    Bad(
        "a read day before the quote of a source",
        "key-order",
        GERMANY,
        '{id: ircc-bilateral, quote: "18 to 35 years", read_on: 2026-02-12}',
        '{id: ircc-bilateral, read_on: 2026-02-12, §quote: "18 to 35 years"}',
        "`quote` stands after `read_on`; put it before",
    ),
    Bad(
        "a source on which nothing rests",
        "sources-used",
        "data/sources.yml",
        "- id: ircc-bilateral\n",
        "- id: §orphan\n  title: T\n  publisher: P\n  tier: secondary\n  url: https://example.org\n"
        "- id: ircc-bilateral\n",
        "no fact rests on `orphan`; name it in the `sources:` of a fact, or remove it",
    ),
    Bad(
        "an age that is not the one of its quote",
        "quote-agrees",
        GERMANY,
        "maximum: 35}\n…18 to 35 years",
        "maximum: §30}\n        in_force: {known_since: 2025-12-24}\n        status: official\n        sources:\n"
        '          - {id: ircc-bilateral, quote: "18 to 35 years',
        "the quote holds other numbers (18, 35); correct the value, or quote the words that say it",
    ),
    Bad(
        "a point that no page shows in one of the languages",
        "facts-used",
        "data/guide/work.yml",
        "",
        "- §id: paid\n  categories: [working_holiday]\n  says: []\n",
        "no page shows this point in French; write `points('paid')` or `topic('work')` in a page",
    ),
    Bad(
        "a point that one page shows with its topic and another by its id",
        "facts-used",
        "data/guide/process.yml",
        "- id: ask-again\n",
        "- §id: pay-once\n",
        "pages show this point 2 times in French; keep one of `points('pay-once')` or `topic('process')`",
    ),
    Bad(
        "a check on a later day than that of the run",
        "future-days",
        GERMANY,
        "checked_on: 2026-11-22\n" + REVIEW[4:],
        "checked_on: §2026-11-23\n" + REVIEW[4:],
        "this day is after 2026-11-22, the day of this run; correct it",
    ),
    Bad(
        "a copy read in the future",
        "future-days",
        GERMANY,
        "{id: ircc-bilateral, read_on: 2026-02-12}",
        "{id: ircc-bilateral, read_on: §2027-02-12}",
        "this day is after 2026-11-22, the day of this run; correct it",
    ),
    Bad(
        "a page that was changed in the future",
        "future-days",
        "data/sources.yml",
        "modified_on: 2025-12-24",
        "modified_on: §2026-12-24",
        "this day is after 2026-11-22, the day of this run; correct it",
    ),
    Bad(
        "a fact that begins in the future and is not official",
        "future-days",
        "data/glossary.yml",
        "in_force: {known_since: 2025-12-24}\n      status: official\n",
        "in_force: {since: §2027-01-01}\n      status: secondary\n",
        "a fact that begins after 2026-11-22 must be official; add the official source, or wait",
    ),
    Bad(
        "a source that vouches for a day in the future",
        "future-days",
        "data/glossary.yml",
        "in_force: {known_since: 2025-12-24}\n",
        "in_force: {known_since: §2027-01-01}\n",
        "no source can vouch for a day after 2026-11-22; write `since:` with the day that it announces",
    ),
    Bad(
        "a review that is due since yesterday",
        "review-due",
        GERMANY,
        REVIEW,
        "        review_due: §2027-01-30\n",
        "the review was due on 2027-01-30; compare the value with its source, then write the day as `checked_on:`",
        date(2027, 1, 31),
    ),
    Bad(
        "a review that is due for more than a year",
        "review-long-due",
        GERMANY,
        REVIEW,
        "        review_due: §2027-01-30\n",
        "the review was due on 2027-01-30; compare the value with its source",
        date(2028, 1, 31),
    ),
    Bad(
        "a word that only the English has",
        "words-alike",
        "data/words/en.yml",
        "months: ",
        '§weeks: "{n} weeks"\nmonths: ',
        "`weeks` is missing in French; add it to ",
    ),
    Bad(
        "a form that only the French has",
        "words-alike",
        "data/words/fr.yml",
        'other: "{n} jours"',
        'other: "{n} jours", §many: "beaucoup"',
        "`many` is missing in English; add it to ",
    ),
    Bad(
        "a list that is shorter in one language",
        "words-alike",
        "data/words/fr.yml",
        "[mai, juin]",
        "§[mai]",
        "the list has 1 items here and 2 in English; make them agree",
    ),
    Bad(
        "a word where the other language has forms",
        "words-alike",
        "data/words/fr.yml",
        'days: {one: "{n} jour", other: "{n} jours"}',
        'days: §"{n} jours"',
        "this is built otherwise in English; build both alike",
    ),
    Bad(
        "a French word that names another value",
        "words-alike",
        "data/words/fr.yml",
        'other: "{n} jours"',
        'other: §"{jours} jours"',
        "the French names other values in braces than the English; name these: {n}",
    ),
    Bad(
        "a lone brace in a word",
        "words-alike",
        "data/words/fr.yml",
        'other: "{n} jours"',
        'other: §"{n jours"',
        "a brace stands alone; write `{name}` for a value",
    ),
    Bad(
        "a question without its French",
        "questions-bilingual",
        "data/questions.yml",
        ', fr: "Vous {number}"',
        "",
        "the words are missing in French; write them as `fr:`",
    ),
    Bad(
        "an empty label",
        "questions-bilingual",
        "data/words/ui/form.yml",
        "fr: Vos réponses",
        'fr: §" "',
        "the text is empty; write it in both languages",
    ),
    Bad(
        "a question whose French names another value",
        "questions-bilingual",
        "data/questions.yml",
        'fr: "Vous {number}"',
        'fr: §"Vous {nombre}"',
        "the French names other values in braces than the English; name the same ones",
    ),
    Bad(
        "a phrase that the French lacks",
        "phrases-alike",
        "content/en/phrases.yml",
        'home: "Home"\n',
        'home: "Home"\n§back: "Back"\n',
        "`back` is missing in French; add it to ",
    ),
    Bad(
        "a page in one language",
        "pages-alike",
        "content/en/fees.md",
        "",
        "§# Fees\n",
        "the page is missing in French; write it as fr/fees.md, or remove this one",
    ),
    Bad(
        "a heading without an id",
        "headings-alike",
        "content/fr/index.md",
        "## Coûts {#costs}",
        "§## Coûts",
        "the heading has no id; add one, the same in both languages, as `{#costs}`",
    ),
    Bad(
        "a heading with another id in French",
        "headings-alike",
        "content/fr/index.md",
        "## Coûts {#costs}",
        "§## Coûts {#frais}",
        "the heading `frais` is missing in English, or stands on another level; make them agree",
    ),
    Bad(
        "a heading on another level in French",
        "headings-alike",
        "content/fr/index.md",
        "## Coûts {#costs}",
        "§### Coûts {#costs}",
        "the heading `costs` is missing in English, or stands on another level; make them agree",
    ),
    Bad(
        "a page that asks for an unknown fact",
        "page-names",
        "content/en/more/rules.md",
        "# Rules\n",
        "# Rules\n\n{{ programme('minimum_funds', '§minimum_fund') }}\n",
        "there is no fact of the programme `minimum_fund`; correct the name or remove the call",
    ),
    Bad(
        "a page that asks for an unknown topic",
        "page-names",
        "content/en/more/rules.md",
        "# Rules\n",
        "# Rules\n\n{{ guide.topic('§prices') }}\n",
        "there is no topic of the guide `prices`; correct the name or remove the call",
    ),
    Bad(
        "a page that asks for a topic without a file",
        "page-names",
        "content/en/more/rules.md",
        "# Rules\n",
        "# Rules\n\n{{ topic('§family') }}\n",
        "the guide has no file for `family`; write it or remove the call",
    ),
    Bad(
        "a fact that the French page shows in another place",
        "calls-alike",
        "content/fr/index.md",
        "programme('minimum_funds', 'entry_letter_months')",
        "programme('entry_letter_months', 'minimum_funds')",
        "the English page has `programme('minimum_funds', 'entry_letter_months')` in this place; make them agree",
    ),
    Bad(
        "a fact that only the French page shows",
        "calls-alike",
        "content/fr/more/rules.md",
        "# Règles\n",
        "# Règles\n\n§{{ programme('minimum_funds') }}\n",
        "`programme('minimum_funds')` is missing on the English page; add it there",
    ),
    Bad(
        "a fact that only the English page shows",
        "calls-alike",
        "content/fr/index.md",
        "{{ programme('minimum_funds', 'entry_letter_months') }}",
        "",
        "`programme('minimum_funds', 'entry_letter_months')` of the English page is missing; add it",
    ),
    Bad(
        "a page that asks for an unknown point",
        "page-names",
        "content/en/more/rules.md",
        "# Rules\n",
        "# Rules\n\n{{ points(guide.points('§pay-thrice')) }}\n",
        "there is no point of the guide `pay-thrice`; correct the id or remove the call",
    ),
    Bad(
        "a page that asks for an unknown claim",
        "page-names",
        "content/en/more/rules.md",
        "# Rules\n",
        "# Rules\n\n{{ claim_answer(claims.claim('§pay-thrice')) }}\n",
        "there is no claim `pay-thrice`; correct the id or remove the call",
    ),
    Bad(
        "a page that refers to an unknown fact",
        "page-names",
        "content/en/more/rules.md",
        "# Rules\n",
        "# Rules\n\n{{ also(refer('programme.minimum_funds', '§guide.pay-thrice')) }}\n",
        "there is no fact `guide.pay-thrice`; correct the id or remove the call",
    ),
    Bad(
        "a page that links to an unknown source",
        "page-names",
        "content/en/more/rules.md",
        "# Rules\n",
        "# Rules\n\n{{ official('§ircc', 'the page') }}\n",
        "there is no source `ircc`; correct the name or remove the call",
    ),
    Bad(
        "a number in a page",
        "typed-numbers",
        "content/en/index.md",
        "So be it.",
        "So be it for §12 months.",
        "the number 12 is typed here; show the fact that holds it instead, in double braces",
    ),
    Bad(
        "an amount of money in a page",
        "typed-numbers",
        "content/fr/more/rules.md",
        "# Règles\n",
        "# Règles\n\nVous payez §184,75 $.\n",
        "the number 184,75 is typed here",
    ),
    Bad(
        "a number in a phrase",
        "typed-numbers",
        "content/en/phrases.yml",
        'fee: "You pay {money}."',
        'fee: §"You pay 184.75 or {money}."',
        "the number 184.75 is typed here; put a value in braces and give it from a fact",
    ),
    Bad(
        "a number in a sentence of the guide",
        "typed-numbers",
        "data/guide/process.yml",
        'en: "Ask again."',
        'en: §"Ask again after 5 days."',
        "the number 5 is typed here; name it in braces and put it into `figures:`",
    ),
    Bad(
        "a number in the answer to a claim",
        "typed-numbers",
        "data/claims.yml",
        'answer: {en: "Citizens',
        'answer: {en: §"Citizens under 36',
        "the number 36 is typed here; let the facts below the answer say it",
    ),
    Bad(
        "a plain space before a French sign in a page",
        "french-prose",
        "content/fr/more/rules.md",
        "# Règles\n",
        "# Règles\n\nDeux règles§ : les voici.\n",
        "a plain space stands beside : ; ? ! % or «»",
    ),
    Bad(
        "a straight apostrophe in a French page",
        "french-prose",
        "content/fr/more/rules.md",
        "# Règles\n",
        "# Règles\n\nL§'une et l’autre.\n",
        "a straight apostrophe stands here; write ’ (U+2019)",
    ),
    Bad(
        "a plain space inside French quotation marks in a phrase",
        "french-prose",
        "content/fr/phrases.yml",
        'home: "Accueil"',
        'home: §"« Accueil »"',
        "write a non-breaking space (U+00A0) there",
    ),
    Bad(
        "a straight apostrophe in a French question",
        "french-prose",
        "data/questions.yml",
        'fr: "Vous {number}"',
        'fr: §"Qu\'êtes-vous, {number}"',
        "a straight apostrophe stands here; write ’ (U+2019)",
    ),
    Bad(
        "braces in a page that do not close",
        "",
        "content/en/more/rules.md",
        "# Rules\n",
        "# Rules\n\n§{{ programme('minimum_funds' }}\n",
        "the braces cannot be read",
    ),
    Bad(
        "words that are no YAML",
        "not-yaml",
        "content/en/phrases.yml",
        'home: "Home"\n',
        'home: "Home"§: "none"\n',
        "this is not YAML: a colon stands where no key can be",
    ),
    Bad(
        "a file that begins with an invisible mark",
        "schema-named",
        "data/places.yml",
        "# yaml-language-server",
        "\ufeff# yaml-language-server",
        "the file begins with an invisible mark; save it in UTF-8 without a mark (BOM)",
    ),
    Bad(
        "a file of facts that nothing reads",
        "files-known",
        "data/fee.yml",
        "",
        "§- id: pay-once\n",
        "nothing reads this file; put what it says into a file that is there, and remove it",
    ),
    Bad(
        "a total of participations that is not the one of its quote",
        "quote-agrees",
        GERMANY,
        "total: 2",
        "total: §3",
        "the quote holds other numbers (2); correct the value",
    ),
    Bad(
        "a day that is not the one of its quote",
        "quote-agrees",
        "data/seasons.yml",
        'value: 2024-12-09\n…quote: "No specific requirements"',
        "value: §2024-12-09\n      in_force: {known_since: 2025-12-24}\n      status: official\n      sources:\n"
        '        - {id: ircc-bilateral, quote: "opened on December 19, 2024"',
        "the quote holds other numbers (19, 2024); correct the value",
    ),
]


def edited(text: str, bad: Bad) -> str:
    """Make the edit; … in the old text stands for everything between. Without an old text the file is a new one."""
    if not bad.old:
        return bad.new
    pattern = bad.old if "(?=" in bad.old else re.escape(bad.old)
    made, count = re.subn(pattern.replace("…", ".*?"), lambda _: bad.new, text, count=1, flags=re.DOTALL)
    assert count == 1, "the text to break is not in the file"
    return made


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good") / "project"
    make_project(folder)
    return folder


@pytest.fixture(scope="module")
def subject(good: Path) -> Subject:
    found, problems = read_subject(good / "data", good / "content", DAY)
    assert problems == []
    return found


@pytest.fixture
def project(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(good, tmp_path / "project"))


@pytest.mark.parametrize("bad", BAD, ids=[case.title for case in BAD])
def test_what_a_linter_must_find_is_found_in_its_place(project: Path, bad: Bad) -> None:
    file = project / bad.file
    marked = edited(file.read_text(encoding="utf-8") if bad.old else "", bad)
    before = marked.partition("§")[0]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    file.write_text(marked.replace("§", ""), encoding="utf-8")
    findings = find_all(project / "data", project / "content", bad.day)
    found = [problem for problem in (*findings.errors, *findings.warnings) if bad.message in problem.message]
    assert found, findings
    if "§" in marked:
        assert str(found[0]).startswith(f"{file}:{line}:{column}: ")
    else:
        assert found[0].file == str(file)
    assert found[0].code == bad.check


@pytest.mark.parametrize("linter", LINTERS, ids=[linter.name for linter in LINTERS])
def test_every_linter_finds_nothing_in_a_good_project(linter: Check[Subject], subject: Subject) -> None:
    assert list(linter(subject)) == []


def test_every_linter_has_a_bad_sample() -> None:
    assert {linter.name for linter in LINTERS} <= {case.check for case in BAD}


def test_every_linter_has_a_name_of_its_own_and_says_what_must_hold_in_a_sentence() -> None:
    names = [check.name for check in CHECKS] + [linter.name for linter in LINTERS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", linter.name) for linter in LINTERS)
    assert all(linter.sentence[0].isupper() and linter.sentence.endswith(".") for linter in LINTERS)


def reviews(project: Path, day: date) -> list[str]:
    """Return the checks that complain on a day of the one fact of the glossary, whose review is due on 2027-01-31."""
    found = find_all(project / "data", project / "content", day)
    return [problem.code for problem in (*found.errors, *found.warnings) if problem.file.endswith("glossary.yml")]


def test_a_review_is_warned_of_from_its_day_and_refused_a_year_later(project: Path) -> None:
    assert reviews(project, date(2027, 1, 30)) == []
    assert reviews(project, date(2027, 1, 31)) == ["review-due"]
    assert reviews(project, date(2028, 1, 31)) == ["review-due"]
    assert reviews(project, date(2028, 2, 1)) == ["review-long-due"]


def test_the_thresholds_of_ageing_are_those_of_the_data(project: Path) -> None:
    (project / "data" / "ageing.yml").write_text("warn_before_days: 10\nrefuse_after_days: 20\n", encoding="utf-8")
    assert reviews(project, date(2027, 1, 20)) == []
    assert reviews(project, date(2027, 1, 21)) == ["review-due"]
    assert reviews(project, date(2027, 2, 20)) == ["review-due"]
    assert reviews(project, date(2027, 2, 21)) == ["review-long-due"]


def test_an_official_fact_may_begin_in_the_future(project: Path) -> None:
    file = project / "data" / "glossary.yml"
    text = file.read_text(encoding="utf-8").replace("known_since: 2025-12-24", "since: 2027-01-01")
    file.write_text(text, encoding="utf-8")
    assert find_all(project / "data", project / "content", DAY).errors == ()


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", [*facts_used.SHOWN_BY, "pools/2025"])
def test_a_file_that_no_page_of_a_language_shows_whole_is_found(project: Path, kind: str, lang: str) -> None:
    name = facts_used.SHOWN_BY.get(kind, facts_used.POOLS)
    page = project / "content" / lang / "index.md"
    text = page.read_text(encoding="utf-8")
    assert text.count(f"{name}()") == 1
    page.write_text(text.replace(f"{name}()", "something.else()"), encoding="utf-8")
    (error,) = find_all(project / "data", project / "content", DAY).errors
    assert (error.file, error.code) == (str(project / "data" / f"{kind}.yml"), "facts-used")
    language = {"en": "English", "fr": "French"}[lang]
    assert error.message == f"no page shows this file in {language}; write `{name}()` in a page"


def test_a_fact_of_the_programme_that_neither_rules_nor_pages_name_is_found(subject: Subject) -> None:
    blind = replace(subject, in_rules=frozenset(), in_site=frozenset())
    messages = {problem.path: problem.message for problem in facts_used.CHECK(blind)}
    assert messages["participation_fee"].startswith("no rule uses this fact and no page shows it; write `programme(")
    assert "minimum_funds" not in messages
    assert messages["categories.international_coop.ages"] == (
        "no rule uses this key and no page shows it; remove it, or show it first"
    )


def test_files_that_cannot_be_read_do_not_make_the_linters_guess(project: Path) -> None:
    (project / "data" / "claims.yml").write_text("- id: [\n", encoding="utf-8")
    findings = find_all(project / "data", project / "content", DAY)
    assert {(Path(problem.file).name, problem.code) for problem in findings.errors} == {
        ("claims.yml", "not-yaml"),
        ("claims.yml", "schema-named"),
    }


@pytest.mark.parametrize("text", ["C21", "204(d)", "SOR/2024-240", "DORS/2024-240", "IMM 5707", "TEER 0", "UTF-8"])
def test_a_name_that_holds_digits_may_be_typed(project: Path, text: str) -> None:
    (project / "content" / "en" / "more" / "rules.md").write_text(f"# Rules\n\nSee {text}.\n", encoding="utf-8")
    assert find_all(project / "data", project / "content", DAY).errors == ()


@pytest.mark.parametrize("text", ["18", "2026", "2026-11-22", "1,234.50", "TEER 3", "12 (months)", "35 to 36"])
def test_a_number_may_not_be_typed(project: Path, text: str) -> None:
    (project / "content" / "en" / "more" / "rules.md").write_text(f"# Rules\n\nSee {text}.\n", encoding="utf-8")
    errors = find_all(project / "data", project / "content", DAY).errors
    assert {problem.code for problem in errors} == {"typed-numbers"}


@pytest.mark.parametrize(
    ("quote", "numbers"),
    [
        ("18 to 35 years", {18, 35}),
        ("International Experience Canada fee 184.75", {184.75}),
        ("des frais de 184,75 $", {184.75}),
        ("at least CAN$2,500", {2500}),
        ("au moins 2 500 $, ou 10\u00a0000 $", {2500, 10000}),
        ("Australia: 5,670 (2025: unlimited)", {5670, 2025}),
        ("Austria | 100 | 60 | 20 | 35", {100, 60, 20, 35}),
        ("No specific requirements", set()),
    ],
)
def test_numbers_of_a_quote_are_read_in_both_manners(quote: str, numbers: set[float]) -> None:
    assert numbers_in(quote) == numbers


def test_warnings_have_their_own_level() -> None:
    assert [linter.name for linter in LINTERS if linter.level is Level.WARNING] == ["review-due"]
