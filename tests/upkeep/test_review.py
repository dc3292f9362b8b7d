import difflib
import re
import shutil
from datetime import date, timedelta
from tempfile import NamedTemporaryFile

import pytest
from click.testing import CliRunner

from generator.cli.days import Day
from generator.dataset import load_knowledge
from generator.upkeep import writing
from generator.upkeep.errors import UpkeepError
from generator.upkeep.review_commands import review_group
from generator.upkeep.review_scalars import Scalars

TODAY = date(2027, 2, 15)
PAGE = "ircc-bilateral"
FACT = "LU.international_coop.ages"
MONTHS = "LU.international_coop.permit_months"
CLOSED = "pools.2025.FR.international_coop.quota"


@pytest.fixture
def run(data):
    def run(*arguments):
        result = CliRunner().invoke(review_group(data, Day(), lambda: TODAY), arguments)
        if result.exception and not isinstance(result.exception, UpkeepError | SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def refused(run, data):
    """Return the lines with which a command is refused, once it is sure that no file has changed."""

    def refused(*arguments):
        before = contents(data)
        result = run(*arguments)
        assert isinstance(result.exception, UpkeepError), result.output
        assert result.output == ""
        assert contents(data) == before
        return result.exception.lines

    return refused


def contents(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*.yml"))}


def changed_lines(before, after):
    """Return the pairs of lines that differ; texts of another number of lines are no pairs."""
    old, new = before.decode().splitlines(keepends=True), after.decode().splitlines(keepends=True)
    assert len(old) == len(new)
    return [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]


def in_force(knowledge):
    return {name: entry.rows[-1] for name, entry in knowledge.index.items() if entry.rows[-1].in_force.last_day is None}


def resting_on(knowledge, source):
    return {name: row for name, row in in_force(knowledge).items() if source in {each.id for each in row.sources}}


def test_the_list_holds_every_fact_that_is_due_and_no_other(knowledge, run):
    due = {name for name, row in in_force(knowledge).items() if row.review_due <= TODAY + timedelta(days=10)}
    late = {name for name in due if in_force(knowledge)[name].review_due < TODAY}
    output = run("--soon", "10").output
    assert set(re.findall(r"^  (\S+)\n    where ", output, re.MULTILINE)) == due
    assert set(re.findall(r"^  (\S+)\n(?:    .*\n)*    checked .* overdue", output, re.MULTILINE)) == late
    end = TODAY + timedelta(days=10)
    assert re.search(
        rf"\n{len(due)} facts on \d+ pages to compare again by {end}; {len(late)} overdue on {TODAY}\.\n", output
    )


def test_the_list_of_all_holds_every_fact_in_force(knowledge, run):
    output = run("--all").output
    assert set(re.findall(r"^  (\S+)\n    where ", output, re.MULTILINE)) == set(in_force(knowledge))


def test_nothing_to_do_is_one_sentence(knowledge, run):
    first = min(row.review_due for row in in_force(knowledge).values())
    before = first - timedelta(days=1)
    assert (
        run("--as-of", before.isoformat(), "--soon", "0").output == f"No fact is due for another check by {before}.\n"
    )


def test_a_page_is_told_with_publisher_title_and_both_addresses(knowledge, run):
    source = knowledge.sources["gac-luxembourg-2019"]
    output = run("--all").output
    page = knowledge.sources[PAGE]
    assert f"{PAGE} · {page.publisher}\n  {page.title}\n  {page.url}\n" in output
    bilingual = next(
        each
        for each in knowledge.sources.values()
        if each.url_fr and resting_on(knowledge, each.id) and each is not source
    )
    assert f"  {bilingual.url}\n  {bilingual.url_fr} (fr)\n" in output
    assert f" to compare, of {len(resting_on(knowledge, PAGE))} resting on it\n" in output


def test_a_fact_is_told_with_its_place_value_quote_and_days(knowledge, data, run):
    entry = knowledge.index[FACT]
    row = entry.rows[-1]
    output = run("--as-of", (row.review_due + timedelta(days=1)).isoformat()).output
    assert (
        f"  {FACT}\n"
        f"    where     {data / 'countries' / 'LU.yml'}:{entry.lines[-1]}\n"
        "    value     18–35\n"
        "    look for  “18 to 35 years”\n"
        f"    checked   {row.checked_on}, due {row.review_due}, overdue by 1 day\n"
    ) in output
    line = (data / "countries" / "LU.yml").read_text().splitlines()[entry.lines[-1] - 1]
    assert line.strip() == "- value: {minimum: 18, maximum: 35}"


def test_every_part_of_a_value_is_told(knowledge, run):
    output = run("--all").output
    assert (
        "value     total 2, repeat not stated, slots (categories young professionals and working holiday, count 1) "
        "and (categories international coop, count 1)\n"
    ) in output
    asked = next(document for document in knowledge.dataset.documents if document.asked[-1].value.condition)
    assert f"condition “{asked.asked[-1].value.condition.en}”\n" in output
    term = knowledge.terms[0]
    assert f"  glossary.{term.id}\n" in output
    assert f"    value     {term.name[-1].value.en} · {term.name[-1].value.fr}\n" in output


@pytest.fixture
def months(data):
    """Return a way to write the rows of one fact anew, each with value, period and the day of its review."""

    def write(*rows):
        file = data / "countries" / "LU.yml"
        text = file.read_text(encoding="utf-8")
        (row,) = re.findall(r"(?s)    permit_months:\n(      - value.*?)(?=    permit:)", text)[:1]
        made = ""
        for value, period, due in rows:
            new = re.sub("value: .*", f"value: {value}", row, count=1)
            new = re.sub("in_force: .*", f"in_force: {{{period}}}", new, count=1)
            made += re.sub(" *review_due: .*\n", f"        review_due: {due}\n" if due else "", new, count=1)
        file.write_text(text.replace(row, made, 1), encoding="utf-8")

    return write


def told_of(output, fact):
    return re.findall(rf"^  {re.escape(fact)}\n((?:    .*\n)*)", output, re.MULTILINE)


def test_a_value_that_ends_and_the_announced_one_are_both_told_and_confirmed(data, months, run):
    months((12, "known_since: 2025-12-24, through: 2027-03-31", "2027-01-31"), (9, "since: 2027-04-01", "2027-02-28"))
    ending, announced = dict.fromkeys(told_of(run("--all").output, MONTHS))
    assert "    value     12 months\n    in force  to 2027-03-31\n" in ending
    assert "    value     9 months\n    in force  from 2027-04-01\n" in announced
    assert run("confirm", MONTHS).output.count("1 fact checked on 2027-02-15") == 1
    assert [row.checked_on for row in load_knowledge(data).index[MONTHS].rows] == [TODAY, TODAY]


def test_once_it_has_ended_only_what_followed_is_told(months, run):
    months((12, "known_since: 2025-12-24, through: 2027-03-31", "2027-01-31"), (9, "since: 2027-04-01", "2027-02-28"))
    (told,) = dict.fromkeys(told_of(run("--all", "--as-of", "2027-04-01").output, MONTHS))
    assert "    value     9 months\n" in told
    assert "in force" not in told


def test_a_value_whose_end_is_announced_needs_no_check_unless_one_is_planned(months, refused):
    months((12, "known_since: 2025-12-24, through: 2027-03-31", None))
    (line,) = refused("confirm", MONTHS)
    assert line.startswith(f"{MONTHS}: this fact ends on 2027-03-31, there is nothing to check again;")


@pytest.mark.parametrize("options", [["--as-of", "2027-01-01"], ["--soon", "30"], ["--all"]])
def test_options_of_the_list_are_refused_before_confirm(data, run, options):
    before = contents(data)
    result = run(*options, "confirm", FACT)
    assert result.exit_code == 2
    assert "these options are for the list; write --on DAY after confirm" in result.stderr
    assert contents(data) == before


@pytest.mark.parametrize("arguments", [["--data", "{}", "confirm", FACT], ["confirm", FACT, "--data", "{}"]])
def test_another_folder_can_be_named_for_the_list_and_for_confirm(data, run, tmp_path, arguments):
    other = shutil.copytree(data, tmp_path / "other")
    before = contents(data)
    assert f"{other / 'countries' / 'LU.yml'}:" in run("--all", "--data", str(other)).output
    run(*(argument.format(other) for argument in arguments))
    assert contents(data) == before
    assert load_knowledge(other).index[FACT].rows[-1].checked_on == TODAY


def test_a_sentence_of_the_guide_is_told_with_its_figures(run):
    assert not re.search(r"^    value .*\{", run("--all").output, re.MULTILINE)


def test_confirming_a_page_checks_every_fact_in_force_that_rests_on_it(knowledge, data, run):
    before, touched = contents(data), resting_on(knowledge, PAGE)
    result = run("confirm", PAGE, "--on", "2027-02-10")
    after = load_knowledge(data)
    for name, row in in_force(knowledge).items():
        now = after.index[name].rows[-1]
        if name not in touched:
            assert now == row
            continue
        assert now.checked_on == date(2027, 2, 10)
        assert now.review_due - now.checked_on == row.review_due - row.checked_on
        for old, new in zip(row.sources, now.sources, strict=True):
            assert new.read_on == (date(2027, 2, 10) if new.id == PAGE else old.read_on)
            assert (new.id, new.quote, new.note) == (old.id, old.quote, old.note)
    files = [path for path, content in contents(data).items() if content != before[path]]
    assert len(result.output.splitlines()) == len(files) > 30
    assert re.search(
        r"LU\.yml: \d+ facts checked on 2027-02-10, due again 2027-\d\d-\d\d \(LU\.partner, ", result.output
    )


def test_only_the_lines_of_the_check_change(data, run):
    before = contents(data)
    run("confirm", PAGE)
    for path, content in contents(data).items():
        for old, new in changed_lines(before[path], content):
            matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
            differing = "".join(new[b:e] for tag, _, _, b, e in matcher.get_opcodes() if tag != "equal")
            assert re.search(r"checked_on|review_due|read_on", new)
            assert re.fullmatch(r"[0-9, read_on:-]*", differing), (old, new)


def test_comments_order_and_line_ends_stay(data, run):
    file = data / "countries" / "LU.yml"
    text = file.read_bytes().decode().replace("    ages:\n", "    ages: # a remark\n        # above the row\n")
    text = text.replace("checked_on: 2026-11-22\n", "checked_on:   2026-11-22   # by hand\n").replace("\n", "\r\n")
    file.write_bytes(text.encode())
    run("confirm", FACT, "--on", "2027-02-10")
    pairs = changed_lines(text.encode(), file.read_bytes())
    assert len(pairs) == 2
    assert pairs[0][1] == "        checked_on:   2027-02-10   # by hand\r\n"


def test_confirming_a_fact_leaves_the_days_of_its_sources_unless_they_are_given(data, run):
    before = load_knowledge(data).index[FACT].rows[-1]
    output = run("confirm", FACT, "--due", "2027-06-30").output
    assert output == f"{data / 'countries' / 'LU.yml'}: 1 fact checked on 2027-02-15, due again 2027-06-30 ({FACT}).\n"
    now = load_knowledge(data).index[FACT].rows[-1]
    assert (now.checked_on, now.review_due, now.sources) == (TODAY, date(2027, 6, 30), before.sources)
    run("confirm", FACT, "--read-on", "2027-02-14")
    assert {each.read_on for each in load_knowledge(data).index[FACT].rows[-1].sources} == {date(2027, 2, 14)}


def test_a_page_and_a_fact_together_mean_that_fact_alone(data, run):
    before = contents(data)
    run("confirm", PAGE, FACT, "--quote", "18 to 35 years (inclusive)")
    (path,) = (path for path, content in contents(data).items() if content != before[path])
    now = load_knowledge(data).index[FACT].rows[-1]
    assert path.name == "LU.yml"
    assert [each.quote for each in now.sources if each.id == PAGE] == ["18 to 35 years (inclusive)"]
    assert len(changed_lines(before[path], contents(data)[path])) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ircc-bilatral"], "did you mean ircc-bilateral"),
        (["LU.international_coop.age"], f"did you mean {FACT}"),
        (["?"], "`iec-coop review --all` lists them"),
        ([FACT, "--on", "2027-02-16"], "--on: 2027-02-16 lies in the future, seen from 2027-02-15; write"),
        ([FACT, "--on", "2026-11-21"], f"{FACT}: it was checked on 2026-11-22, after 2026-11-21; write"),
        ([FACT, "--read-on", "2027-02-16"], "--read-on: 2027-02-16 is after the check of 2027-02-15; write"),
        ([FACT, "--due", "2027-02-15"], "--due: 2027-02-15 is not after the check of 2027-02-15; write"),
        ([CLOSED], f"{CLOSED}: this fact is closed since 2025-02-01"),
        (["gac-mexico", FACT], f"{FACT}: it does not rest on gac-mexico but on {PAGE}; name that"),
        ([PAGE, "--quote", "18 to 35 years"], "passages; name one fact and one source with one quote"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_to_write_instead(refused, arguments, said):
    lines = refused("confirm", *arguments)
    assert said in lines[0]
    assert all(";" in line for line in lines)


def test_a_source_on_which_nothing_rests_is_refused(data, refused):
    sources = data / "sources.yml"
    example = "- id: unused\n  title: Nothing\n  publisher: Nobody\n  tier: official\n  url: https://example.org/\n"
    sources.write_text(sources.read_text(encoding="utf-8") + example, encoding="utf-8")
    assert refused("confirm", PAGE, "unused") == ["unused: no fact in force rests on this source; name another"]


def test_where_one_file_cannot_be_written_it_is_named_and_none_is(data, refused, monkeypatch):
    file, made = data / "countries" / "PT.yml", []

    def full(**options):
        made.append(options)
        if options["prefix"] == f".{file.name}.":
            raise OSError(28, "No space left on device")
        return NamedTemporaryFile(**options)

    monkeypatch.setattr(writing, "NamedTemporaryFile", full)
    told = f"{file}: it cannot be written (No space left on device); make room or correct its permissions"
    assert refused("confirm", PAGE) == [told]
    assert len(made) > 20
    assert [path for path in data.rglob(".*") if path.is_file()] == []


def test_a_result_that_would_not_be_sound_changes_no_file(data, refused):
    first, *_, last = refused("confirm", PAGE, FACT, "--quote", "word " * 16)
    assert first.startswith(f"{data / 'countries' / 'LU.yml'}:")
    assert "the quote has 16 words" in first
    assert last == "nothing was written: with this the facts would not be sound"


def test_new_keys_stand_in_their_order_in_flow_and_in_block_style():
    text = "- sources:\n    - {id: a} # one\n    - id: b\n      note: n\n"
    scalars = Scalars(text)
    for number in (0, 1):
        scalars.set((0, "sources", number), "quote", 'said "so"', after=("id",))
        scalars.set((0, "sources", number), "read_on", date(2027, 1, 2), after=("id", "quote"))
    assert scalars.text == (
        '- sources:\n    - {id: a, quote: "said \\"so\\"", read_on: 2027-01-02} # one\n'
        '    - id: b\n      quote: "said \\"so\\""\n      read_on: 2027-01-02\n      note: n\n'
    )
