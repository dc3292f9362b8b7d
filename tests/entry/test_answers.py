from datetime import date, datetime

from generator.entry.answers import answer_kinds, listed_answers, path_of
from generator.rules.applicant import Asked, Province


def test_every_answer_of_the_applicant_has_its_path_and_its_kind():
    kinds = answer_kinds()
    assert next(iter(kinds)) == "assessed_on"
    assert kinds["category"] is Asked
    assert kinds["date_of_birth"] is date
    assert kinds["invitation.accepted_at"] is datetime
    assert kinds["offer.province"] is Province
    assert kinds["offer.teer"] is int
    assert kinds["funds_cad"] is float
    assert kinds["participations.recognized_organization"] is bool
    assert kinds["passports.issuer"] is str
    assert kinds["citizenships"] == tuple[str, ...]


def test_the_answers_that_are_rows_are_the_passports_and_the_participations():
    assert listed_answers() == ("passports", "participations")


def test_a_path_leaves_out_the_places_in_lists():
    assert path_of(("participations", 2, "season")) == "participations.season"
