import difflib
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.commands import Day
from generator.dataset import load_knowledge
from generator.upkeep.errors import UpkeepError
from generator.upkeep.review_commands import review_group
from generator.upkeep.review_scalars import Scalars
from tests.applicants import ROOT

TODAY = date(2027, 2, 15)
PAGE = "ircc-bilateral"
FACT = "LU.international_coop.ages"
CLOSED = "pools.2025.FR.international_coop.quota"


@pytest.fixture
def data(tmp_path):
    return shutil.copytree(ROOT / "data", tmp_path / "data")


@pytest.fixture
def run(data):
    def run(*arguments):
        result = CliRunner().invoke(review_group(data, lambda: TODAY, Day()), arguments)
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
        "    value     18 to 35\n"
        "    look for  “18 to 35 years”\n"
        f"    checked   {row.checked_on}, due {row.review_due}, overdue by 1 day\n"
    ) in output
    line = (data / "countries" / "LU.yml").read_text().splitlines()[entry.lines[-1] - 1]
    assert line.strip() == "- value: {minimum: 18, maximum: 35}"


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


def test_a_file_that_cannot_be_written_is_named(data, refused, monkeypatch):
    file, write = data / "countries" / "LU.yml", Path.write_bytes

    def locked(path, content):
        if path == file:
            raise PermissionError(13, "Permission denied")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", locked)
    assert refused("confirm", FACT) == [f"{file}: it cannot be written (Permission denied); correct its permissions"]


def test_a_result_that_would_not_be_sound_changes_no_file(data, refused):
    first, *_, last = refused("confirm", PAGE, FACT, "--quote", "word " * 16)
    assert first.startswith(f"{data / 'countries' / 'LU.yml'}:")
    assert "the quote has 16 words" in first
    assert last == "Nothing was written."


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
