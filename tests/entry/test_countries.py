import pytest

from generator.entry.countries import Countries
from generator.entry.unclear import UnclearError


@pytest.fixture(scope="module")
def countries(dataset):
    return Countries(
        dataset.names,
        {
            "DE": ["German", "Deutschland", "DEU"],
            "KR": ["Korean"],
            "KP": ["Korean"],
            "AT": ["Germany", "Autrichien"],
            "FR": ["Français"],
            "GR": ["Grec"],
        },
    )


def refused(read, text):
    with pytest.raises(UnclearError) as caught:
        read(text)
    return caught.value


def test_every_country_is_found_by_its_code_and_by_both_of_its_names(countries, dataset):
    for code, name in dataset.names.items():
        assert {countries.read(text) for text in (code, code.lower(), name.en, name.fr, name.fr.upper())} == {code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("norvege", "NO"),
        (" NORWAY ", "NO"),
        ("no", "NO"),
        ("the Czech Republic", "CZ"),
        ("La Suisse", "CH"),
        ("l’Autriche", "AT"),
        ("Etats Unis", "US"),
        ("Côte d'Ivoire", "CI"),
    ],
)
def test_a_country_is_found_without_regard_to_case_accents_marks_and_article(countries, text, code):
    assert countries.read(text) == code


def test_other_names_of_a_country_are_found_after_the_usual_ones(countries):
    assert {countries.read(text) for text in ("german", "Deutschland", "DEU", "Germany")} == {"DE"}


@pytest.mark.parametrize(
    ("text", "code"), [("autrichienne", "AT"), ("Française", "FR"), ("français", "FR"), ("grecque", "GR")]
)
def test_a_citizenship_may_stand_in_the_feminine_of_french(countries, text, code):
    assert countries.read(text) == code


def test_another_name_that_two_countries_share_finds_neither(countries):
    assert refused(countries.read, "Korean").code == "unknown-place"


def test_a_name_with_a_slip_is_refused_with_the_country_that_it_is_like(countries):
    unclear = refused(countries.read, "Austrlia")
    assert (unclear.code, unclear.values["nearest"]) == ("unknown-place", "AU")


def test_a_name_that_is_like_no_other_is_refused_without_a_guess(countries):
    assert refused(countries.read, "Ruritania Minor").values["nearest"] is None


@pytest.mark.parametrize(
    "text",
    [
        "DE FR",
        "de, fr",
        "DE;FR",
        "DE/FR",
        "Germany / France",
        "Allemagne et France",
        "Germany and fr",
        "DE\nFR",
        "DE|FR,",
    ],
)
def test_several_countries_stand_in_one_cell(countries, text):
    assert countries.read_several(text) == ["DE", "FR"]


@pytest.mark.parametrize(
    "name", ["Bosnia & Herzegovina", "Antigua and Barbuda", "Trinité-et-Tobago", "Congo - Kinshasa"]
)
def test_a_name_that_holds_an_and_is_one_country(countries, name):
    assert countries.read_several(name) == [countries.read(name)]


def test_one_unknown_country_among_several_is_named_alone(countries):
    assert refused(countries.read_several, "Germany, Frankreich").values["given"] == "Frankreich"
