import pytest

from generator.entry.choices import Choices, is_blank, is_none, read_boolean
from generator.entry.unclear import UnclearError
from generator.rules.applicant import Asked, InsuranceKind, InvitationAnswer, Province
from generator.rules.kinds import Category, DocumentKind, Field, Territory

SETS = (Asked, Category, DocumentKind, Field, Territory, InsuranceKind, InvitationAnswer, Province)


@pytest.mark.parametrize("text", ["yes", "Y", "Oui", "TRUE", "vrai", "1", "x", " ✓ "])
def test_yes_is_written_in_many_ways(text):
    assert read_boolean(text) is True


@pytest.mark.parametrize("text", ["no", "N", "Non", "FALSE", "faux", "0"])
def test_no_is_written_in_many_ways(text):
    assert read_boolean(text) is False


@pytest.mark.parametrize("text", ["maybe", "2", "ja", "peut-être", "o"])
def test_what_is_neither_yes_nor_no_is_refused(text):
    with pytest.raises(UnclearError) as caught:
        read_boolean(text)
    assert caught.value.code == "unknown-answer"


@pytest.mark.parametrize("text", ["", "  ", "?", "-", "–", "n/a", "N/A", "unknown", "Inconnue"])
def test_a_cell_without_an_answer_is_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["no", "none", "0", "NA", "=1+1"])
def test_an_answer_is_not_blank(text):
    assert not is_blank(text)


def test_none_is_said_in_both_languages():
    assert all(map(is_none, ["none", "None", "aucune", "Aucun", "0", "non"]))
    assert not is_none("one")


@pytest.mark.parametrize("kind", SETS)
def test_every_member_of_a_closed_set_is_found_by_its_id(words, kind):
    choices = Choices(words)
    for member in kind:
        assert choices.read(kind, member.value) == member.value
        assert choices.read(kind, member.value.replace("_", " ").upper()) == member.value


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (Asked, "Stage coop international", "international_coop"),
        (Asked, "international co-op", "international_coop"),
        (Asked, "les trois", "any"),
        (Category, "VACANCES-TRAVAIL", "working_holiday"),
        (Province, "Québec", "QC"),
        (Province, "ontario", "ON"),
        (InsuranceKind, "privée", "private"),
        (InvitationAnswer, "accepted", "accepted"),
        (Field, "foresterie", "forestry"),
        (Territory, "Guernesey", "guernsey"),
    ],
)
def test_a_member_is_found_by_its_name_in_either_language(words, kind, text, found):
    assert Choices(words).read(kind, text) == found


def test_what_is_no_member_is_refused_with_the_ids(words):
    with pytest.raises(UnclearError) as caught:
        Choices(words).read(InsuranceKind, "gold")
    assert caught.value.code == "unknown-choice"
    assert caught.value.values["expected"] == ["private", "provincial_card", "none"]
