import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from tests.applicants import ROOT, student

GOOD = yaml.safe_dump(student("DE"))


def run(*arguments: str, given: str | bytes = "") -> tuple[int, str, str]:
    result = CliRunner().invoke(main, arguments, input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_the_command_runs_as_a_module_and_reads_standard_input():
    command = [sys.executable, "-m", "generator", "check", "--format", "json"]
    done = subprocess.run(command, input=GOOD, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0
    assert json.loads(done.stdout)["routes"][0]["verdict"] == "eligible"


@pytest.mark.parametrize("answers", [{}, {"admissible": False}, {"admissible": ...}])
def test_an_assessment_exits_with_0_whatever_the_verdict(answers):
    status, output, errors = run("check", given=yaml.safe_dump(student("DE", **answers)))
    assert (status, errors) == (0, "")
    assert output.startswith("Germany, International Co-op: ")


@pytest.mark.parametrize("suffix", ["yml", "json"])
def test_a_file_is_read_as_yaml_or_json(tmp_path, suffix):
    file = tmp_path / f"applicant.{suffix}"
    file.write_text(json.dumps(student("NO")) if suffix == "json" else yaml.safe_dump(student("NO")))
    status, output, _ = run("check", str(file), "--lang", "fr")
    assert status == 0
    assert output.startswith("Norvège, Stage coop international\u00a0: ADMISSIBLE")


def test_a_calendar_of_the_deadlines_is_printed_with_line_ends_of_its_own():
    printed = CliRunner().invoke(main, ["check", "--format", "ics"], input=GOOD)
    assert (printed.exit_code, printed.stderr) == (0, "")
    assert printed.stdout_bytes.startswith(b"BEGIN:VCALENDAR\r\n")
    assert printed.stdout_bytes.endswith(b"END:VCALENDAR\r\n")


def test_where_there_is_no_day_nothing_is_printed_and_a_sentence_says_so():
    status, output, errors = run("check", "--format", "ics", given="citizenships: [DE]\n")
    assert (status, output) == (0, "")
    assert "no date to keep follows from these answers" in errors


def test_a_message_to_an_office_is_printed_with_its_subject():
    status, output, _ = run("check", "--format", "email", "--lang", "fr", given=GOOD)
    assert status == 0
    assert output.startswith("Objet\u00a0: Expérience internationale Canada – Allemagne, ")


def test_norway_needs_no_quotes():
    assert run("check", given="citizenships: [NO]\nresidence: NO\nassessed_on: 2027-02-15\n")[0] == 0


def test_the_day_called_today_is_given_by_the_document_then_by_the_option(monkeypatch):
    document = yaml.safe_dump(student("DE", assessed_on=..., invitation=...))
    assert (
        json.loads(run("check", "--format", "json", "--as-of", "2026-06-30", given=document)[1])["assessed_on"]
        == "2026-06-30"
    )
    assert (
        json.loads(run("check", "--format", "json", "--as-of", "2026-06-30", given=GOOD)[1])["assessed_on"]
        == "2027-02-15"
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert json.loads(run("check", "--format", "json", given=document)[1])["assessed_on"] == "2026-09-21"


MALFORMED = [
    ("an empty document", "", "<stdin>:1:1: "),
    ("a list", "- DE\n", "<stdin>:1:1: "),
    ("a word", "hello\n", "<stdin>:1:1: "),
    ("broken YAML", "citizenships: [DE\nresidence: DE\n", "<stdin>:1:15: "),
    ("a tab as indentation", "offer:\n\tsigned: true\n", "<stdin>:2:1: "),
    ("a control character", "residence: D\x07E\n", "<stdin>:1:13: "),
    ("a repeated key", "residence: DE\nresidence: FR\n", "<stdin>:2:1: residence: "),
    ("a repeated key inside", "offer: {signed: true, signed: false}\n", "<stdin>:1:23: offer.signed: "),
    ("an unknown key", "residence: DE\nnationality: DE\n", "<stdin>:2:1: nationality: "),
    ("an unknown key inside", "offer:\n  salary: 3\n", "<stdin>:2:3: offer.salary: "),
    ("a numeric key", "1: DE\n", "<stdin>:1:1: 1: "),
    ("a key that is a list", "[a]: DE\n", "<stdin>:1:"),
    ("a tag", "residence: !!str DE\n", "<stdin>:1:12: residence: "),
    ("a tag that makes objects", "residence: !!python/object/apply:os.getcwd []\n", "<stdin>:1:12: residence: "),
    ("an anchor", "residence: &home DE\n", "<stdin>:1:12: residence: "),
    ("an alias", "residence: &home DE\napply_as: *home\n", "<stdin>:1:12: residence: "),
    ("a merge key", "<<: {residence: DE}\n", "<stdin>:1:1: <<: "),
    ("two documents", "residence: DE\n---\nresidence: FR\n", "<stdin>:2:1: "),
    ("a wrong type", "passports: DE\n", "<stdin>:1:12: passports: "),
    ("an old YAML truth value", "admissible: yes\n", "<stdin>:1:13: admissible: "),
    ("a truth value in quotes", 'admissible: "true"\n', "<stdin>:1:13: admissible: "),
    ("a number in quotes", "season: '2027'\n", "<stdin>:1:9: season: "),
    ("a number out of range", "offer: {teer: 7}\n", "<stdin>:1:15: offer.teer: "),
    ("an infinite number", "funds_cad: .inf\n", "<stdin>:1:12: funds_cad: "),
    ("a number that is none", "funds_cad: .nan\n", "<stdin>:1:12: funds_cad: "),
    ("an impossible date", "date_of_birth: 2001-02-29\n", "<stdin>:1:16: date_of_birth: "),
    ("a date in words", "date_of_birth: 3 May 2001\n", "<stdin>:1:16: date_of_birth: "),
    ("an instant without Z", "application_submitted_at: 2027-03-01T10:00:00\n", "<stdin>:1:27: "),
    ("an unknown country", "citizenships: [DE, ZZ]\n", "<stdin>:1:20: citizenships.1: "),
    ("an unknown province", "offer: {province: XX}\n", "<stdin>:1:19: offer.province: "),
    ("no citizenship", "citizenships: []\n", "<stdin>:1:15: citizenships: "),
    ("a citizenship not held", "citizenships: [DE]\napply_as: FR\n", "<stdin>:2:11: apply_as: "),
    ("a birth in the future", "date_of_birth: 2099-01-01\n", "<stdin>:1:16: date_of_birth: "),
    (
        "an offer that ends before it starts",
        "offer: {starts_on: 2027-05-02, ends_on: 2027-05-01}\n",
        "<stdin>:1:41: offer.ends_on: ",
    ),
    (
        "an acceptance before the invitation",
        "invitation: {received_on: 2027-02-15, accepted_at: 2027-02-01T00:00:00Z}\n",
        "<stdin>:1:52: invitation.accepted_at: ",
    ),
    ("a day before the facts", "citizenships: [DE]\nassessed_on: 2001-01-01\n", "<stdin>:2:14: assessed_on: "),
    ("broken JSON", '{"citizenships": ["DE" "FR"]}', "<stdin>:1:"),
    ("a repeated key in JSON", '{"residence": "DE",\n\t"residence": "FR"}', "<stdin>:2:2: residence: "),
    ("a wrong answer in JSON", '{"citizenships": ["DE"],\n "funds_cad": "x"}', "<stdin>:2:15: funds_cad: "),
    ("a JSON number without end", '{"funds_cad": ' + "9" * 5000 + "}", "<stdin>:1:"),
    ("brackets without end", "[" * 100_000, "<stdin>:1:"),
    ("lists within lists", '{"passports": ' + "[" * 1500 + "]" * 1500 + "}", "<stdin>:1:"),
    ("a key that is a superscript", "²: 1\n", "<stdin>:1:1: ²: "),
    ("a key with a dot", "residence: DE\n\na.b: 1\n", "<stdin>:3:1: a.b: "),
    ("an empty key", 'residence: DE\n"": 1\n', "<stdin>:2:1: "),
    ("a key of a thousand digits", "1" * 1000 + ": 1\n", "<stdin>:1:1: 1111"),
    ("a key over two lines", '{"a\\nb": 1}', "<stdin>:1:2: a\ufffdb: "),
    ("half a character in an answer", '{"reference": "\\ud800"}', "<stdin>:1:15: reference: "),
    ("half a character in a key", '{"\\ud800": 1}', "<stdin>:1:1: \ufffd: "),
    ("a JSON number that is none", '{"season": 2027, "funds_cad": NaN}', "<stdin>:1:31: funds_cad: "),
    ("a wrong item before a wrong item", '{"participations": [5, {"season": 1}]}', "<stdin>:1:21: participations.0: "),
    ("bytes that are no text", b"residence: \xff\xfe\n", "<stdin>:1:12: "),
]


@pytest.mark.parametrize(("given", "place"), [row[1:] for row in MALFORMED], ids=[row[0] for row in MALFORMED])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_malformed_document_gets_status_2_and_a_located_sentence(given, place, lang):
    status, output, errors = run("check", "--lang", lang, "--as-of", "2027-02-15", given=given)
    assert (status, output) == (2, "")
    assert errors.startswith(place), errors
    assert all(";" in line for line in errors.splitlines()), errors
    assert "Traceback" not in errors


def test_every_problem_has_its_own_line():
    status, _, errors = run("check", given="residence: XX\nseason: 1\nfoo: 1\n")
    assert status == 2
    assert [line.split(": ")[0] for line in errors.splitlines()] == ["<stdin>:1:12", "<stdin>:2:9", "<stdin>:3:1"]


def test_a_long_answer_and_a_long_key_are_cut_in_the_message():
    _, _, errors = run("check", given='{"' + "k" * 3000 + '": 1, "season": ' + "9" * 250 + "}")
    assert all(len(line) < 1000 for line in errors.splitlines())


@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_a_closed_stream_ends_in_a_sentence_or_in_silence(tmp_path, closed):
    file = tmp_path / "applicant.yml"
    file.write_text(GOOD)
    given = "-" if closed == "<&-" else str(file)
    command = f'"{sys.executable}" -m generator check "{given}" {closed}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT)
    assert "Traceback" not in done.stderr
    assert done.returncode == (2 if closed == "<&-" else 0)


def test_output_that_cannot_be_written_is_said_to_be_so(tmp_path):
    file = tmp_path / "applicant.yml"
    file.write_text(GOOD)
    command = f'"{sys.executable}" -m generator check "{file}" > /dev/full'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


def test_a_byte_order_mark_is_no_fault():
    assert run("check", given=b"\xef\xbb\xbf" + GOOD.encode())[0] == 0


def test_a_file_that_is_not_there_is_named(tmp_path):
    status, output, errors = run("check", str(tmp_path / "nobody.yml"))
    assert (status, output) == (2, "")
    assert errors.startswith(f"{tmp_path / 'nobody.yml'}:1:1: ")


def test_a_folder_is_not_a_document(tmp_path):
    assert run("check", str(tmp_path))[0] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["--as-of", "tomorrow"],
        ["--as-of", "2027-2-5"],
        ["--as-of", "2027-02-30"],
        ["--format", "xml"],
        ["--lang", "de"],
        ["a", "b"],
    ],
)
def test_wrong_options_get_status_2(arguments):
    status, output, errors = run("check", *arguments, given=GOOD)
    assert (status, output) == (2, "")
    assert errors


@pytest.mark.parametrize("epoch", ["soon", "9" * 17, "-"])
def test_a_clock_that_is_no_number_is_refused(monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    status, _, errors = run("check", given=GOOD)
    assert status == 2
    assert errors.startswith("SOURCE_DATE_EPOCH: ")


def test_json_lines_give_a_line_each_and_a_bad_one_costs_only_itself():
    lines = [
        json.dumps(student("DE", reference="a")),
        "{",
        "",
        json.dumps({"season": 1}),
        '{"season": 2027, "season": 2028}',
        json.dumps(student("FR", reference="b")),
    ]
    status, output, errors = run("check", "--format", "jsonl", given="\n".join(lines))
    answers = [json.loads(line) for line in output.splitlines()]
    assert status == 2
    assert errors == ""
    assert [answer.get("reference") for answer in answers] == ["a", None, None, None, "b"]
    assert [answer.get("line") for answer in answers] == [None, 2, 4, 5, None]
    assert [(problem["path"], problem["code"]) for answer in answers[1:4] for problem in answer["error"]] == [
        ("", "not-json"),
        ("season", "out-of-range"),
        ("season", "repeated-key"),
    ]


def test_json_lines_that_are_all_good_exit_with_0():
    status, output, _ = run("check", "--format", "jsonl", given=json.dumps(student("DE")) + "\n")
    assert (status, len(output.splitlines())) == (0, 1)


def test_json_lines_may_hold_separators_that_only_look_like_line_ends():
    status, output, _ = run(
        "check", "--format", "jsonl", given=json.dumps(student("DE", reference="a\u2028b"), ensure_ascii=False)
    )
    assert (status, len(output.split("\n"))) == (0, 2)


def test_the_help_names_every_command():
    assert {"check", "facts", "validate", "build", "serve"} <= set(run("--help")[1].split())


def test_broken_facts_stop_every_command(tmp_path):
    (tmp_path / "countries").mkdir()
    for command in (["validate", str(tmp_path)], ["build", "--data", str(tmp_path), "--out", str(tmp_path / "site")]):
        status, _, errors = run(*command)
        assert status == 2
        assert errors
    assert not Path(tmp_path / "site").exists()


def test_sound_facts_are_said_to_be_sound():
    status, output, _ = run("validate")
    assert status == 0
    assert "38 jurisdictions, 36 of them partners" in output


def test_a_site_that_was_not_built_is_not_served(tmp_path):
    status, _, errors = run("serve", "--site", str(tmp_path))
    assert status == 2
    assert "build" in errors


def test_a_reader_who_has_read_enough_is_told_nothing():
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "facts"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as printing:
        printing.stdout.read(1)
        printing.stdout.close()
        assert printing.stderr.read() == b""
