"""The rules answer alike in CPython and in the Pyodide that the site serves."""

import json
import subprocess
from pathlib import Path

import pytest

from generator.web import Checker
from tests.applicants import ROOT, TODAY, worked_cases
from tests.generated import applicants

COUNT = 2000


@pytest.fixture(scope="module")
def checker_folder(built_site: Path) -> Path:
    return built_site / "assets" / "checker"


@pytest.fixture(scope="module")
def requests(dataset) -> list[str]:
    """Every worked case in both languages, then random applicants in turn."""
    cases = [(case["applicant"], lang) for case in worked_cases() for lang in ("en", "fr")]
    drawn = [(document, ("en", "fr")[number % 2]) for number, document in enumerate(applicants(dataset, 7, COUNT))]
    task = {"task": "assess", "today": TODAY.isoformat()}
    return [json.dumps({**task, "document": document, "lang": lang}) for document, lang in cases + drawn]


@pytest.fixture(scope="module")
def in_pyodide(checker_folder: Path, requests: list[str]) -> list[str]:
    command = ["node", str(ROOT / "tests" / "parity" / "answer.mjs"), str(checker_folder)]
    done = subprocess.run(command, input="\n".join(requests), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1000:]
    return done.stdout.splitlines()


def test_cpython_and_pyodide_give_the_same_answers_to_2000_random_applicants(checker_folder, requests, in_pyodide):
    manifest = json.loads((checker_folder / "manifest.json").read_text(encoding="utf-8"))
    staged = (checker_folder / manifest["rules"] / "dataset.json").read_text(encoding="utf-8")
    checker = Checker(staged)
    assert len(in_pyodide) == len(requests) > COUNT
    for request, answer in zip(requests, in_pyodide, strict=True):
        assert json.loads(answer) == json.loads(checker.answer(request)), request


@pytest.mark.parametrize("number", range(57), ids=[case["id"] for case in worked_cases()])
def test_a_worked_case_is_judged_as_worked_in_pyodide(in_pyodide, number):
    expected = worked_cases()[number]["expected"]
    for line in in_pyodide[2 * number : 2 * number + 2]:
        assessment = json.loads(line)["assessment"]
        wanted = expected.get("routes", [expected])
        assert len(assessment["routes"]) == len(wanted)
        for route, want in zip(assessment["routes"], wanted, strict=True):
            assert route["verdict"] == want["verdict"]
            assert set(route["reasons"]) == set(want["reasons"])
            assert set(route["cautions"]) == set(want.get("cautions", []))
            assert {**want.get("permit", {})}.items() <= (route["permit"] or {}).items()
        assert assessment["next_question"] == expected.get("next_question", assessment["next_question"])
