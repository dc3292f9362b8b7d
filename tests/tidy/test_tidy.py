"""Files are put in order without losing a value or a comment."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dataset import DatasetError
from generator.dataset.kinds import fact_files
from generator.dataset.located import read_located
from generator.dataset.reading import read_sound
from generator.tidy.commands import changes, tidy_command
from generator.tidy.comments import comments_in
from generator.tidy.tidying import MODELINE, tidied

DATA = Path(__file__).parents[2] / "data"
TIDY = """# yaml-language-server: $schema=schema/glossary.json
# The official terms.
- id: pool
  group: process  # of the steps
  name:
    - value: {en: "Pool", fr: "Bassin"}
      in_force: {known_since: 2025-12-24}
      status: official
      sources:
        # Two pages say so.
        - {id: ircc-overview, quote: "a pool of \\"candidates\\"", read_on: 2026-02-12}
        - {id: ircc-apply}
      checked_on: 2026-11-22
      # The season ends then.
      review_due: 2027-01-31
- id: permit
  group: documents
  name:
    - value:
        en: "A permit that lets its holder work in Canada, as it is called in the texts"
        fr: "Un permis qui autorise son titulaire à travailler au Canada, comme on l’appelle"
      in_force: {known_since: 2025-12-24}
      status: unverified
      checked_on: 2026-11-22
      review_due: 2027-01-31
      note:
        en: "No."
        fr: "Non."
# The end.
"""
SHUFFLED = """# The official terms.

- group: process  # of the steps
  name:
  - status: official
    value: {fr: 'Bassin', en: Pool}
    in_force:
      known_since: 2025-12-24
    # The season ends then.
    review_due: 2027-01-31
    checked_on: 2026-11-22
    sources:
      # Two pages say so.
    - read_on: 2026-02-12
      id: ircc-overview
      quote: a pool of "candidates"
    - {id: ircc-apply}
  id: pool

- id: permit
  name:
    - value: {en: "A permit that lets its holder work in Canada, as it is called in the texts", fr: "Un permis qui
        autorise son titulaire à travailler au Canada, comme on l’appelle"}
      in_force: {known_since: 2025-12-24}
      status: unverified
      note: {fr: Non., en: No.}
      checked_on: 2026-11-22
      review_due: 2027-01-31
  group: documents
# The end.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def put(folder: Path, text: str, name: str = "glossary.yml") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    return file


def test_every_file_of_facts_is_tidy() -> None:
    changed, problems = changes(tuple(fact_files(DATA)), DATA)
    assert problems == []
    assert [file.name for file in changed] == []


def test_a_tidy_file_stays_as_it_is(folder: Path) -> None:
    assert tidied(put(folder, TIDY), folder) == TIDY


def test_keys_lists_quotes_and_comments_are_put_in_order(folder: Path) -> None:
    made = tidied(put(folder, SHUFFLED), folder)
    assert made == TIDY.replace(
        '      note:\n        en: "No."\n        fr: "Non."\n', '      note: {en: "No.", fr: "Non."}\n'
    )


def test_values_and_comments_are_the_same_before_and_after(folder: Path) -> None:
    before, (after, problems) = (
        read_sound(put(folder, SHUFFLED)),
        read_located(tidied(folder / "glossary.yml", folder), ""),
    )
    assert problems == []
    assert after.value == before.value
    assert comments_in(SHUFFLED) == [
        "# The end.",
        "# The official terms.",
        "# The season ends then.",
        "# Two pages say so.",
        "# of the steps",
    ]


def test_words_that_other_readers_take_for_something_else_keep_their_quotes(folder: Path) -> None:
    file = put(folder, "- DE\n- 'NO'\n- \"SE\"\n", "codes.yml")
    assert tidied(file, folder) == '# yaml-language-server: $schema=schema/codes.json\n- DE\n- "NO"\n- "SE"\n'


def test_values_are_written_as_they_were(folder: Path) -> None:
    text = """# yaml-language-server: $schema=../schema/country.json
code: HK
name: {en: "Hong Kong", fr: "Hong Kong"}
partner:
  - value: yes
    in_force: {known_since: 2025-12-24}
    status: official
    sources:
      - {id: ircc-bilateral, quote: "# 1: \\\\ “yes” {no} [a], & b"}
    checked_on: 2026-11-22
    review_due: 2027-01-31
travel_documents:
  - value: [{kind: hong_kong_sar}, {kind: british_national_overseas, issuer: GB}]
    in_force: {known_since: 2025-12-24}
    status: official
    sources:
      - {id: ircc-bilateral}
    checked_on: 2026-11-22
    review_due: 2027-01-31
categories:
  international_coop: {offered: []}
"""
    assert tidied(put(folder, text, "countries/HK.yml"), folder) == text


@pytest.mark.parametrize("ending", ["\r\n", "\n\n\n", ""])
def test_line_ends_and_the_end_of_the_file_are_put_right(folder: Path, ending: str) -> None:
    file = put(folder, f"warn_before_days: 0{ending or chr(10)}refuse_after_days: 365{ending}", "ageing.yml")
    changed, problems = changes((file,), folder)
    assert problems == []
    assert changed == {
        file: "# yaml-language-server: $schema=schema/ageing.json\nwarn_before_days: 0\nrefuse_after_days: 365\n"
    }


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("- id: [\n", "glossary.yml", "this is not YAML"),
        ("warn_before_days:\t0\nrefuse_after_days: 365\n", "ageing.yml", "a tab stands here; write spaces"),
        ("- id: pool\n  colour: blue\n", "glossary.yml", "the key `colour` is not known here"),
        ("form: {}\n", "words/ui/form.yml", "this is no file of facts; name one below"),
    ],
)
def test_what_cannot_be_read_is_refused_and_stays_as_it_is(folder: Path, text: str, name: str, message: str) -> None:
    file = put(folder, text, name)
    with pytest.raises(DatasetError) as refused:
        tidied(file, folder)
    assert message in str(refused.value)
    changed, problems = changes((file,), folder)
    assert changed == {}
    assert problems
    assert file.read_text(encoding="utf-8") == text


def test_a_comment_that_would_be_lost_stops_the_work(folder: Path) -> None:
    file = put(folder, "- {\n  id: a,  # why\n  group: b, name: []}\n")
    with pytest.raises(DatasetError, match="a comment beside a value would be lost; put it on a line of its own"):
        tidied(file, folder)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" \u00a0#'\":{}[],&*?|-!%@`\\"),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(english=WORDS, french=WORDS, comment=st.text("abc #:'\"{[", max_size=12))
def test_whatever_the_words_a_file_in_order_reads_the_same_and_stays_in_order(
    tmp_path_factory: pytest.TempPathFactory, english: str, french: str, comment: str
) -> None:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    folder = tmp_path_factory.mktemp("words")
    text = f"# {comment}\n- group: a    # {comment}\n  id: b\n  # {comment}\n  name:\n"
    text += f"  - value: {{fr: {quoted(french)}, en: {quoted(english)}}}\n"
    text += "    in_force: {since: 2026-01-01}\n    checked_on: 2026-01-01\n    status: official\n"
    file = put(folder, text)
    once = tidied(file, folder)
    assert read_located(once, "")[0].value == read_sound(file).value
    assert tidied(put(folder, once), folder) == once
    assert [said for said in comments_in(once) if not said.startswith(MODELINE)] == comments_in(text)


def test_the_command_puts_files_in_order_and_says_which(folder: Path) -> None:
    file = put(folder, SHUFFLED)
    command = tidy_command(folder)
    first, second = CliRunner().invoke(command), CliRunner().invoke(command)
    assert (first.exit_code, first.output) == (0, f"{file} is in order now.\n")
    assert (second.exit_code, second.output) == (0, "Every file was in order.\n")
    assert read_located(file.read_text(encoding="utf-8"), "")[0].value == read_located(SHUFFLED, "")[0].value


def test_the_command_only_says_what_would_change_when_asked_to_check(folder: Path) -> None:
    file, tidy = put(folder, SHUFFLED), put(folder, "[]\n", "claims.yml")
    outcome = CliRunner().invoke(tidy_command(folder), ["--check", str(file)])
    assert isinstance(outcome.exception, DatasetError)
    assert str(outcome.exception) == f"{file}:1:1: the file is not tidy; run `iec-coop tidy`"
    assert file.read_text(encoding="utf-8") == SHUFFLED
    assert tidy.read_text(encoding="utf-8") == "[]\n"


def test_the_command_changes_nothing_when_one_of_the_files_cannot_be_read(folder: Path) -> None:
    good, bad = put(folder, SHUFFLED), put(folder, "- id: [\n", "claims.yml")
    outcome = CliRunner().invoke(tidy_command(folder), [str(good), str(bad)])
    assert isinstance(outcome.exception, DatasetError)
    assert good.read_text(encoding="utf-8") == SHUFFLED


def test_a_shuffled_file_of_the_project_comes_out_as_it_stands(folder: Path) -> None:
    shutil.copytree(DATA / "countries", folder / "countries")
    file = folder / "countries" / "DE.yml"
    text = file.read_text(encoding="utf-8")
    head, _, rest = text.partition("categories:\n")
    opening, _, keys = head.partition("\n")
    put(folder, f"{opening}\ncategories:\n{rest}{keys}", "countries/DE.yml")
    assert tidied(file, folder) == text
