"""What the measuring of builds counts: the arithmetic of growth, and datasets that grow."""

import pytest

from generator.dataset import Knowledge
from tests.bench.build.cost import Cost, told, verdict
from tests.bench.build.scaled import corrected, scaled


def cost(pages: int, seconds: float = 1.0, size: int = 1000) -> Cost:
    """Return what a build of `pages` took, told for each page."""
    return Cost(
        jurisdictions=pages,
        pages=pages,
        cpu_seconds=seconds * pages,
        peak_mb=1.0,
        html_bytes=size * pages,
    )


@pytest.mark.parametrize(
    ("larger", "ratio"),
    [
        pytest.param(cost(20), 1.0, id="a page costs the same"),
        pytest.param(cost(20, seconds=2.0), 2.0, id="the build takes twice as long"),
        pytest.param(cost(20, size=1500), 1.5, id="a page is longer by a half"),
        pytest.param(cost(20, seconds=0.5, size=1100), 1.1, id="the worst measure counts"),
    ],
)
def test_growth_is_the_worst_of_the_measures_of_a_page(larger: Cost, ratio: float) -> None:
    assert larger.ratio_to(cost(10)) == pytest.approx(ratio)


def test_growth_is_allowed_up_to_a_bound_and_no_further() -> None:
    assert verdict([cost(10), cost(20, seconds=1.3)])[1]
    sentence, is_allowed = verdict([cost(10), cost(20, seconds=1.31), cost(40)])
    assert not is_allowed
    assert "1.31 times" in sentence


def test_every_build_has_a_line_below_the_names_of_the_measures() -> None:
    lines = told([cost(10), cost(20)])
    assert len(lines) == 3
    assert len({len(line) for line in lines}) == 1
    assert lines[2].split()[:2] == ["20", "20"]


def test_a_grown_dataset_has_as_many_jurisdictions_as_asked_for_each_with_facts_of_its_own(
    knowledge: Knowledge,
) -> None:
    grown = scaled(knowledge, 100)
    assert len(grown.dataset.countries) == 100
    assert len({country.name for country in grown.dataset.countries.values()}) == 100
    for code in grown.dataset.countries:
        assert grown.index[f"{code}.partner"].country == code
        assert grown.dataset.names[code] == grown.dataset.countries[code].name


def test_fewer_jurisdictions_than_there_are_cannot_be_asked_for(knowledge: Knowledge) -> None:
    assert scaled(knowledge, 38) == knowledge
    with pytest.raises(ValueError, match="fewer than the 38 real ones"):
        scaled(knowledge, 37)


def test_a_correction_changes_one_fact_for_the_rules_and_for_the_pages(knowledge: Knowledge) -> None:
    after = corrected(knowledge)
    changed = {name for name, entry in after.index.items() if entry != knowledge.index[name]}
    assert changed == {"AT.international_coop.ages"}
    before, countries = knowledge.dataset.countries, after.dataset.countries
    assert [code for code in countries if countries[code] != before[code]] == ["AT"]
