"""The benchmark in a real browser: what it finds on pages that answer, and what it says of those that do not."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright

from generator.rules import Dataset, assess
from tests.bench.start.applicant import leaves, the_applicant
from tests.bench.start.bench import SITE, STOCK, Bench
from tests.bench.start.chromium import running
from tests.bench.start.conditions import QUICK, Condition, Network
from tests.bench.start.errors import BenchError
from tests.bench.start.served import paced
from tests.bench.start.slowed import slowed
from tests.bench.start.stock import write_stock
from tests.bench.start.throughput import applicants, in_the_page, on_the_command_line, table
from tests.bench.start.visits import Sample, Visitor
from tests.conftest import ROOT

PLAIN = QUICK[0]
PAGE = """<!doctype html><title>Test</title><link rel="icon" href="data:,"><div data-result aria-busy="true"></div>
<script type="module">{script}</script>"""
# Asks a worker as the checker does, and shows what it says.
ASKING = """
const worker = new Worker("worker.js");
worker.onmessage = ({ data }) => {
  if (data.kind !== "reply") return;
  const place = document.querySelector("[data-result]");
  place.innerHTML = `<p class="checker__verdict checker__verdict--${data.verdict}">Text</p>`;
  place.setAttribute("aria-busy", "false");
};
worker.postMessage({ number: 1, request: { task: "assess", document: { citizenships: ["DE"] } } });
"""
ANSWERING = 'onmessage = () => postMessage({ kind: "reply", verdict: "eligible" });'
FAILING = 'onmessage = () => postMessage({ kind: "failed", detail: "no Python today" });'


@pytest.fixture
def visit(playwright: Playwright, tmp_path: Path) -> Any:
    """Return a function that visits a page of a script, with a worker of a script."""

    def visited(script: str, worker: str, limit: float = 30, cpu: int = 1) -> tuple[Sample, dict[str, Any]]:
        site = tmp_path / "pages"
        site.mkdir()
        (site / "index.html").write_text(PAGE.format(script=script), encoding="utf-8")
        (site / "worker.js").write_text(worker, encoding="utf-8")
        condition = Condition(network=Network(name="test"), cpu=cpu)
        with (
            paced(site, condition.network) as (address, ledger),
            running(playwright, tmp_path / "profile") as browser,
        ):
            visitor = Visitor(running=browser, ledger=ledger, condition=condition, limit=limit)
            made, _, asked = visitor.sample(3, "ours", "cold", address)
            assert made.bytes == ledger.bytes > 0
        return made, asked

    return visited


@pytest.mark.parametrize("cpu", [1, 4])
def test_a_visit_tells_what_was_asked_answered_and_sent(visit: Any, cpu: int) -> None:
    made, asked = visit(ASKING, ANSWERING, cpu=cpu)
    assert asked == {"task": "assess", "document": {"citizenships": ["DE"]}}
    assert (made.run, made.page, made.visit, made.network, made.cpu) == (3, "ours", "cold", "test", cpu)
    assert (made.verdict, made.requests) == ("eligible", 2)
    assert made.seconds > 0
    assert made.memory is None or made.memory > 1


def test_a_page_that_never_answers_ends_in_a_sentence(visit: Any) -> None:
    with pytest.raises(BenchError, match=r"^http://127\.0\.0\.1:\d+/ showed no answer within 1 seconds \("):
        visit(ASKING, "", limit=1)


def test_a_worker_that_fails_is_not_waited_for(visit: Any) -> None:
    with pytest.raises(BenchError, match=r"shows no answer: its worker failed \(no Python today\)$"):
        visit(ASKING, FAILING)


def test_a_worker_that_cannot_be_loaded_is_not_waited_for(visit: Any) -> None:
    with pytest.raises(BenchError, match=r"its worker failed \(Uncaught SyntaxError"):
        visit(ASKING, "this is no script")


def test_a_browser_that_is_not_there_ends_in_a_sentence(
    playwright: Playwright, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for program, said in (("/no/such/browser", "cannot be started"), ("/bin/false", "did not start")):
        monkeypatch.setenv("CHROMIUM", program)
        with pytest.raises(BenchError, match=f"^{program} {said}"), running(playwright, tmp_path / "profile"):
            raise AssertionError("nothing runs")


def test_programs_that_were_slowed_run_on_afterwards() -> None:
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True) as program:
        with slowed(program.pid, 4):
            assert program.poll() is None
        said, _ = program.communicate(b"still here", timeout=30)
        assert said == b"still here"


@pytest.fixture(scope="module")
def root(built_site: Path, dataset: Dataset, words: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the built site and the page to compare with."""
    folder = tmp_path_factory.mktemp("root")
    (folder / SITE).symlink_to(built_site)
    runtime = ROOT / "node_modules" / "pyodide"
    version = write_stock(runtime, dataset, words, the_applicant(), folder / STOCK)
    assert version == json.loads((runtime / "package.json").read_text())["version"]
    return folder


def test_both_pages_are_asked_the_same_and_answer_what_the_rules_do(
    playwright: Playwright, root: Path, dataset: Dataset
) -> None:
    told: list[str] = []
    bench = Bench(playwright=playwright, root=root, limit=120, tell=told.append)
    bench.measure(1, (PLAIN,))
    found = [(sample.page, sample.visit) for sample in bench.samples]
    assert found == [("stock", "cold"), ("stock", "repeat"), ("ours", "cold"), ("ours", "repeat")]
    assert [line.split(":")[0] for line in told] == ["run 1"] * 4
    (verdict,) = {sample.verdict for sample in bench.samples}
    assert verdict == assess(the_applicant(), dataset, date.today()).routes[0].route.verdict
    first, again = bench.samples[:2]
    assert again.bytes < first.bytes
    assert [each["page"] for each in bench.warm] == ["stock", "ours"]
    assert all(each["milliseconds"] > 0 for each in bench.warm)


def test_pages_that_do_not_answer_the_same_are_not_compared(playwright: Playwright, root: Path) -> None:
    bench = Bench(playwright=playwright, root=root, limit=120, tell=lambda line: None)
    bench.asked["stock"] = {"document": {"citizenships": ["NO"]}, "verdict": "eligible"}
    with pytest.raises(BenchError, match="the pages do not answer the same"):
        bench.measure(1, (PLAIN,))


def test_a_table_of_applicants_is_assessed_by_the_page_and_by_both_commands(
    playwright: Playwright, root: Path, tmp_path: Path
) -> None:
    assert in_the_page(playwright, root, SITE, 60, tmp_path / "profile") > 0
    for command in ("check", "batch"):
        assert on_the_command_line(command, 300, tmp_path) > 0


def test_every_applicant_of_a_table_is_another_one() -> None:
    made = applicants(400)
    assert len({each["date_of_birth"] for each in made}) == 400
    assert len(table(made).decode().splitlines()) == 401
    assert dict(leaves(made[0], ""))["studies.registered"] == "yes"


def test_a_command_that_fails_ends_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match=r"^the command nothing failed \("):
        on_the_command_line("nothing", 2, tmp_path)


def test_a_package_that_is_not_there_ends_in_a_sentence(
    dataset: Dataset, words: dict[str, Any], tmp_path: Path
) -> None:
    with pytest.raises(BenchError, match=r"^the page to compare with cannot be made; .*No such file"):
        write_stock(tmp_path / "nothing", dataset, words, the_applicant(), tmp_path / "stock")


def run(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.bench.start", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def test_without_a_built_site_the_command_says_what_to_do(tmp_path: Path) -> None:
    made = run("--site", str(tmp_path), "--out", str(tmp_path / "out"))
    assert made.returncode == 1
    assert made.stderr == f"Error: {tmp_path} has no checker/index.html; run `make build` first.\n"
    assert not (tmp_path / "out").exists()


def test_an_answer_that_never_comes_ends_the_command_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "checker").mkdir()
    (tmp_path / "checker" / "index.html").write_text("<!doctype html><title>No answer</title>")
    package = tmp_path / "package"
    package.mkdir()
    (package / "package.json").write_text('{"version": "0"}')
    made = run(
        "--site",
        str(tmp_path),
        "--stock",
        str(package),
        "--network",
        "none",
        "--cpu",
        "1",
        "--limit",
        "3",
        "--out",
        str(tmp_path / "out"),
    )
    assert made.returncode == 1
    assert "Error: http://127.0.0.1:" in made.stderr
    assert made.stderr.rstrip().endswith(".")
    assert "Traceback" not in made.stderr
    assert not (tmp_path / "out").exists()
