import fcntl
import json
import os
import re
import select
import signal
import subprocess
import sys
import termios
import time
from contextlib import contextmanager
from functools import partial

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.jobs import WAITING, answered
from generator.cli.lines import LONGEST, MOST_TOGETHER, groups_of
from generator.explain import explain
from generator.rules import assess
from tests.applicants import ROOT, TODAY, student
from tests.generated import applicants

COMMAND = [sys.executable, "-m", "generator", "check", "--format", "jsonl", "--as-of", TODAY.isoformat()]
GOOD = json.dumps(student("DE", reference="é"), ensure_ascii=False).encode()
ENORMOUS = b'{"reference": "' + b"x" * (8 * LONGEST) + b'"}'
BAD = [
    (b"{", "not-json"),
    (b"\xff\xfe", "not-utf8"),
    (b'{"season": 1}', "out-of-range"),
    (ENORMOUS, "line-too-long"),
    (b"null", "not-a-mapping"),
    (b"[]", "not-a-mapping"),
    (b"{} {}", "not-json"),
    (b"[" * 100_000, "too-deep"),
    (b'{"season": ' + b"9" * 10_000 + b"}", "not-an-integer"),
    (b'{"season": 1e999}', "not-an-integer"),
    (b'{"season": 2027, "season": 2027}', "repeated-key"),
]
BOTH = pytest.mark.parametrize("jobs", ["1", "2"])


def run(*arguments, given=b""):
    result = CliRunner().invoke(main, ["check", "--format", "jsonl", *arguments], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout_bytes, result.stderr


def answers(output):
    return [json.loads(line) for line in output.splitlines()]


def codes(output):
    return [
        (each["line"], [problem["code"] for problem in each["error"]]) for each in answers(output) if "error" in each
    ]


@contextmanager
def running(*arguments, given=subprocess.PIPE):
    """Start the command in a group of its own, and leave nothing of it behind."""
    with subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=ROOT,
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # a job in the background ignores it
    ) as started:
        try:
            yield started
        finally:
            if alive(started.pid):
                os.killpg(started.pid, signal.SIGKILL)


def alive(group):
    """Tell whether a process of `group` still runs; one that waits to be buried does not."""
    states = subprocess.run(["ps", "-e", "-o", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    return any(int(pgid) == group and not state.startswith("Z") for pgid, state in map(str.split, states.splitlines()))


def ended(group, within=30):
    """Tell whether all processes of `group` end in time."""
    until = time.monotonic() + within
    while alive(group) and time.monotonic() < until:
        time.sleep(0.05)
    return not alive(group)


def read_and_left(started):
    """Read the first answer, no more, and wait until the pipe takes no further ones."""
    assert started.stdout.readline()
    held = [-1]
    while held[-1] != (now := waiting(started.stdout)):
        held.append(now)
        time.sleep(0.3)


def waiting(pipe):
    """Return how many bytes in `pipe` wait to be read."""
    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    """Return a file of more lines than can be under way; their answers are longer than a pipe holds."""
    file = tmp_path_factory.mktemp("lines") / "long.jsonl"
    file.write_bytes((GOOD + b"\n") * 8 * WAITING * MOST_TOGETHER)
    return file


@pytest.fixture(scope="module")
def many(tmp_path_factory, dataset):
    """Return a file of lines, some of which are bad."""
    file = tmp_path_factory.mktemp("lines") / "many.jsonl"
    drawn = [json.dumps(each, ensure_ascii=False).encode() for each in applicants(dataset, seed=5, count=150)]
    drawn[7:7] = [b"", *(bad for bad, _ in BAD), b"   "]
    file.write_bytes(b"\n".join(drawn))
    return file


def test_the_line_of_an_answer_is_the_assessment_as_json(dataset, words):
    document = student("DE", reference="é")
    explained = explain(assess(document, dataset, TODAY), dataset, words["fr"], "fr")
    _, output, _ = run("--lang", "fr", given=b"\n".join([GOOD, GOOD]))
    assert output.decode() == 2 * (json.dumps(explained, ensure_ascii=False) + "\n")


def test_a_fact_is_overdue_or_not_by_the_day_of_each_line(dataset, words):
    documents = [student("DE", assessed_on=day, invitation=...) for day in ("2026-11-25", "2029-02-15", "2026-11-25")]
    _, output, _ = run(given="\n".join(map(json.dumps, documents)).encode())
    told = [explain(assess(each, dataset, TODAY), dataset, words["en"], "en") for each in documents]
    assert answers(output) == json.loads(json.dumps(told))
    assert told[0]["facts"] != told[1]["facts"]


def test_two_processes_write_what_one_writes_byte_by_byte(many):
    one, two = (run(str(many), "--as-of", "2027-02-15", "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two
    assert one[0] == 2
    assert codes(one[1]) == [(line, [code]) for line, (_, code) in enumerate(BAD, start=9)]


def test_a_line_of_another_encoding_costs_only_itself():
    lines = [GOOD, GOOD.decode().encode("latin-1"), GOOD.decode().encode("utf-16-le"), b"\0", GOOD]
    status, output, errors = run(given=b"\n".join(lines))
    assert (status, errors) == (2, "")
    assert [line for line, _ in codes(output)] == [2, 3, 4]
    assert codes(output)[0][1] == ["not-utf8"]
    assert [each.get("reference") for each in answers(output)] == ["é", None, None, None, "é"]


def test_a_bad_line_costs_only_itself_and_is_told_with_its_number():
    lines = [line for bad, _ in BAD for line in (GOOD, bad)]
    status, output, errors = run(given=b"\n".join([*lines, GOOD]))
    assert (status, errors) == (2, "")
    assert codes(output) == [(2 * number, [code]) for number, (_, code) in enumerate(BAD, start=1)]
    assert [each.get("reference") for each in answers(output)] == [*["é", None] * len(BAD), "é"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_blank_lines_and_a_byte_order_mark_are_no_fault(end, mark):
    lines = [b"", GOOD, b"", b" \t", GOOD, b"{"]
    status, output, _ = run(given=mark + end.join(lines))
    assert (status, len(answers(output)), codes(output)) == (2, 3, [(6, ["not-json"])])


@pytest.mark.parametrize(
    ("given", "jobs"),
    [(b"", "1"), (b"", "2"), (b"\n", "1"), (b"\xef\xbb\xbf", "1"), (b"\xef\xbb\xbf\r\n \n", "1")],
)
def test_no_applicants_are_no_answers(given, jobs):
    assert run("--jobs", jobs, given=given) == (0, b"", "")


@pytest.mark.parametrize("last", [b"", b"\n"])
def test_the_last_line_may_end_without_a_line_feed(last):
    status, output, _ = run(given=GOOD + b"\n" + GOOD + last)
    assert (status, len(answers(output))) == (0, 2)


@pytest.mark.parametrize(("lang", "size"), [("en", "256 KB"), ("fr", "256\u00a0Ko")])
def test_a_line_that_is_too_long_is_refused_in_a_sentence_and_the_next_is_assessed(lang, size):
    status, output, _ = run("--lang", lang, given=b"\n".join([ENORMOUS, GOOD]))
    refused, assessed = answers(output)
    (problem,) = refused["error"]
    assert (status, refused["line"], problem["path"], problem["code"]) == (2, 1, "", "line-too-long")
    assert size in problem["message"]
    assert assessed["reference"] == "é"


@pytest.mark.parametrize(("more", "refused"), [(0, False), (1, True)])
@pytest.mark.parametrize("end", [b"", b"\n"])
def test_the_longest_line_is_counted_with_its_end(more, refused, end):
    line = GOOD + b" " * (LONGEST - len(GOOD) - len(end) + more) + end
    _, output, _ = run(given=line + (GOOD if end else b""))
    assert [bool(each.get("error")) for each in answers(output)] == [refused, *([False] if end else [])]


def test_an_answer_comes_before_the_next_line_is_given():
    with running() as started:
        for _ in range(2):
            started.stdin.write(GOOD + b"\n")
            started.stdin.flush()
            assert select.select([started.stdout], [], [], 60)[0]
            assert json.loads(started.stdout.readline())["reference"] == "é"
        started.stdin.close()
        assert started.wait(30) == 0


@BOTH
def test_a_reader_who_has_read_enough_ends_it_without_a_word(long, jobs):
    with running(str(long), "--jobs", jobs) as started:
        started.stdout.readline()
        started.stdout.close()
        assert started.wait(30) == 1
        assert ended(started.pid)
        assert started.stderr.read() == b""


@pytest.mark.parametrize("line", [GOOD, b"{"])  # the answers to the latter are short, and wait in the command
@BOTH
def test_an_interrupt_ends_every_process_without_a_traceback_though_nobody_reads(tmp_path, line, jobs):
    file = tmp_path / "lines.jsonl"
    file.write_bytes((line + b"\n") * 4_000)
    with running(str(file), "--jobs", jobs) as started:
        read_and_left(started)
        os.killpg(started.pid, signal.SIGINT)
        assert started.wait(30) == 1
        assert ended(started.pid)
        assert started.stderr.read().strip() == b"Aborted!"


def test_no_process_outlives_the_one_that_started_it(long):
    with running(str(long), "--jobs", "2") as started:
        started.stdout.readline()
        started.kill()
        assert ended(started.pid)


def test_a_process_that_is_ended_from_outside_is_told_in_a_sentence(long):
    with running(str(long), "--jobs", "2") as started:
        started.stdout.readline()
        listed = subprocess.run(
            ["ps", "-e", "-ww", "-o", "pid=,pgid=,args="], capture_output=True, text=True, check=True
        ).stdout
        workers = re.findall(rf"^ *(\d+) +{started.pid} .*spawn_main", listed, re.MULTILINE)
        assert len(workers) == 2
        os.kill(int(workers[0]), signal.SIGKILL)
        _, said = started.communicate(timeout=30)
        assert started.returncode == 2
        assert said.decode() == "one of the processes was ended, perhaps for want of memory; try fewer --jobs\n"


def test_no_more_lines_are_read_than_are_under_way():
    class Slow:
        lang, today = "en", TODAY

    read = []

    def lines():
        for number in range(1, 10_000):
            read.append(number)
            yield number, GOOD

    found = answered(lines(), Slow(), 2)
    first = next(found)
    found.close()
    assert first[0].count(b"\n") == MOST_TOGETHER
    assert len(read) <= 2 * WAITING * MOST_TOGETHER


def test_long_lines_make_small_groups():
    groups = list(groups_of((number, b"x" * LONGEST) for number in range(3)))
    assert [len(group) for group in groups] == [1, 1, 1]


PEAK = """
import resource, sys
from generator.cli import main
try:
    main(sys.argv[1:])
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


def peak(file):
    """Return the most memory that the command took for `file`, in MiB."""
    arguments = ["check", "--format", "jsonl", str(file)]
    done = subprocess.run(
        [sys.executable, "-c", PEAK, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert done.returncode in (0, 2), done.stderr
    return int(done.stderr)


def test_ten_times_the_lines_take_no_more_memory(tmp_path):
    # The lines are refused, which is quick; they weigh 1 MB and 10 MB, and an enormous one 40 MB more.
    bad = b'{"season": 1, "reference": "' + b"x" * 2000 + b'"}\n'
    few, lots = tmp_path / "few.jsonl", tmp_path / "lots.jsonl"
    few.write_bytes((GOOD + b"\n") * 20 + bad * 500)
    with lots.open("wb") as file:
        file.write((GOOD + b"\n") * 20 + bad * 5_000 + b'{"reference": "')
        for _ in range(40):
            file.write(b"x" * 1024 * 1024)
    assert peak(lots) < peak(few) + 8


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1000000", ""])
def test_a_number_of_processes_that_cannot_be_is_refused(jobs):
    status, output, errors = run("--jobs", jobs, given=GOOD)
    assert (status, output) == (2, b"")
    assert "--jobs" in errors


def test_one_process_a_processor_can_be_asked_for():
    status, output, errors = run("--jobs", "all", given=GOOD)
    assert (status, len(answers(output)), errors) == (0, 1, "")


def test_one_document_is_not_shared_among_processes():
    result = CliRunner().invoke(main, ["check", "--jobs", "2"], input=GOOD)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "add --format jsonl" in result.stderr


def test_a_source_that_cannot_be_read_is_named(tmp_path):
    for source in (tmp_path / "nobody.jsonl", tmp_path):
        status, output, errors = run(str(source))
        assert (status, output) == (2, b"")
        assert errors.startswith(f"{source}:1:1: ")
