"""What the shape of the data cannot say: one concept a module, one check a function."""

from collections.abc import Callable, Iterator

from generator.dataset.checks import completeness, country_codes, evidence, implemented, periods, ranges, texts
from generator.dataset.files import Files
from generator.dataset.problems import Problem

CHECKS: tuple[Callable[[Files], Iterator[Problem]], ...] = (
    country_codes.file_names,
    country_codes.codes_repeated,
    country_codes.codes_known,
    country_codes.agreements_known,
    evidence.sources_given,
    evidence.sources_known,
    evidence.official_means_official,
    evidence.quotes_short,
    evidence.versions_differ,
    evidence.registry_in_order,
    periods.beginnings,
    periods.ends,
    periods.rows_follow,
    ranges.ages_in_order,
    ranges.numbers_possible,
    ranges.participations_add_up,
    ranges.legacy_complete,
    completeness.categories_complete,
    completeness.partners_complete,
    completeness.programme_complete,
    completeness.ids_unique,
    implemented.values_implemented,
    texts.texts_filled,
)
