"""YAML is read without surprises, and alike by both readers of PyYAML."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.dataset import located
from generator.dataset.located import read_located

DOCUMENT = """\
country: NO
words: [yes, no, on, off, True, 'true']
day: 2026-11-22
time: 12:30
codes: [007, 0x1F, 1_000, 99999999999999999999]
numbers: [0, 12, -3, 184.75]
truths: [true, false]
nothing: [null, ~, ]
merge: {<<: here}
"""


@pytest.fixture(params=["SafeLoader", "CSafeLoader"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(located, "FactLoader", getattr(yaml, request.param, yaml.SafeLoader))
    return request.param


@pytest.mark.usefixtures("reader")
def test_only_plain_numbers_true_false_and_null_are_more_than_text() -> None:
    document, problems = read_located(DOCUMENT, "f.yml")
    assert problems == []
    assert document.value == {
        "country": "NO",
        "words": ["yes", "no", "on", "off", "True", "true"],
        "day": "2026-11-22",
        "time": "12:30",
        "codes": ["007", "0x1F", "1_000", "99999999999999999999"],
        "numbers": [0, 12, -3, 184.75],
        "truths": [True, False],
        "nothing": [None, None],
        "merge": {"<<": "here"},
    }


@pytest.mark.usefixtures("reader")
def test_each_key_and_value_has_its_line_and_column() -> None:
    document, _ = read_located("a:\n  b: [1, {c: é}]\n", "f.yml")
    assert document.keys == {("a",): (1, 1), ("a", "b"): (2, 3), ("a", "b", 1, "c"): (2, 11)}
    assert document.values[("a", "b", 0)] == (2, 7)
    assert document.values[("a", "b", 1, "c")] == (2, 14)


@pytest.mark.usefixtures("reader")
def test_a_problem_at_a_key_that_is_not_there_is_shown_at_what_surrounds_it() -> None:
    document, _ = read_located("a:\n  b: 1\n", "f.yml")
    assert str(document.problem(("a", "c"), "missing", at_key=True)) == "f.yml:1:1: a.c: missing"
    assert str(document.problem(("a", "c"), "missing")) == "f.yml:2:3: a.c: missing"


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    ("text", "place"),
    [("a: 1\na: 2\n", (2, 1)), ("a: &x 1\n", (1, 4)), ("a: !x 1\n", (1, 4)), ("a: 1\n---\nb: 2\n", (2, 1))],
    ids=["a repeated key", "an anchor", "a tag", "a second document"],
)
def test_what_is_not_plain_is_refused_at_its_place(text: str, place: tuple[int, int]) -> None:
    _, (problem,) = read_located(text, "f.yml")
    assert (problem.line, problem.column) == place


@pytest.mark.usefixtures("reader")
def test_unreadable_text_is_one_problem_and_no_traceback() -> None:
    for text in ("a: [1,", "a: b: c", '"open', "- x\n-\ty: 1", "a: \x00", "[" * 3000, "%YAML 9.9\n---\na: 1"):
        document, problems = read_located(text, "f.yml")
        assert len(problems) == 1, text[:10]
        assert document.file == "f.yml"


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("stray", ["\x01", "\ud800"], ids=["a control character", "half a surrogate pair"])
def test_a_character_that_yaml_does_not_allow_is_refused_where_it_stands(stray: str) -> None:
    _, (problem,) = read_located(f"é: 1\né: é{stray}\n", "f.yml")
    assert (problem.line, problem.column) == (2, 5)
    assert "a character that YAML does not allow" in problem.message


PIECES = [*"ab:-?[]{},&*!|>'\"%@#~ \n\t01.<=é\x00\x85\ufeff\ud800", "---", "...", "!!str ", "<<: ", "- ", ": "]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_text_ends_in_a_traceback(text: str) -> None:
    document, problems = read_located(text, "f.yml")
    assert document.file == "f.yml"
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
