"""Broken data is refused with the place, what is wrong and what to write instead.

Each case edits one file of a small dataset. In the new text, § stands before the character at which the problem
must be reported; it is taken out before the file is written.
"""

import re
import shutil
import textwrap
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.dataset import DatasetError, load_dataset
from generator.dataset.checks import CHECKS
from generator.dataset.checks.check import Check, Level
from generator.dataset.files import Files, read_files
from tests.dataset.small import COUNTRIES, make_small

GERMANY = "countries/DE.yml"
KOREA = "countries/KR.yml"
AGES = """    ages:
      - value: {minimum: 18, maximum: 35}
        in_force: {known_since: 2025-12-24}
        status: official
        sources:
          - {id: ircc-bilateral, quote: "18 to 35 years", read_on: 2026-02-12}
        checked_on: 2026-11-22
        review_due: 2027-01-31
"""
SOURCE = """        sources:
          - {id: ircc-bilateral, quote: "18 to 35 years", read_on: 2026-02-12}
"""
OFFERED = """    offered:
      - value: yes
        in_force: {since: 2025-12-24}
        status: official
        sources: [{id: ircc-bilateral}]
        checked_on: 2026-11-22
        review_due: 2027-01-31
"""
AGES_PATH = "categories.international_coop.ages.0"


class Broken(NamedTuple):
    title: str
    check: str
    file: str
    old: str
    new: str
    path: str
    message: str


def ages(title: str, check: str, old: str, new: str, path: str, message: str) -> Broken:
    """Edit the ages of German co-op, and nothing else that reads alike."""
    assert old in AGES
    return Broken(title, check, GERMANY, AGES, AGES.replace(old, new), f"{AGES_PATH}.{path}".rstrip("."), message)


BROKEN = [
    Broken(
        "a value that the rules are not written for is refused",
        "values-implemented",
        "programme.yml",
        "participations_per_season:\n  - value: 1\n",
        "participations_per_season:\n  - value: §2\n",
        "participations_per_season.0.value",
        "the rules are written for `1` and cannot apply another value; change the rules first",
    ),
    Broken(
        "an unknown key is named",
        "",
        GERMANY,
        "categories:\n",
        "§capital: Berlin\ncategories:\n",
        "capital",
        "the key `capital` is not known here; correct its spelling or remove it",
    ),
    ages(
        "a misspelt key inside a fact is named",
        "",
        "        status: official\n",
        "        status: official\n        §sorces: []\n",
        "sorces",
        "the key `sorces` is not known here; correct its spelling or remove it",
    ),
    Broken(
        "a repeated key is refused and the first one located",
        "repeated-key",
        GERMANY,
        "code: DE\n",
        "code: DE\n§code: DE\n",
        "code",
        "this key stands already on line 2; keep one of the two",
    ),
    Broken(
        "a repeated key in brackets is refused",
        "repeated-key",
        GERMANY,
        'name: {en: "Germany", fr: "Allemagne"}',
        'name: {en: "Germany", §en: "Deutschland", fr: "Allemagne"}',
        "name.en",
        "this key stands already on line 3; keep one of the two",
    ),
    ages(
        "a number in quotes is refused",
        "",
        "maximum: 35",
        "maximum: §'35'",
        "value.maximum",
        '`"35"` is not what belongs here; write a whole number without quotes',
    ),
    ages(
        "a fraction is refused where whole numbers belong",
        "",
        "maximum: 35",
        "maximum: §35.5",
        "value.maximum",
        "`35.5` is not what belongs here; write a whole number",
    ),
    ages(
        "text is refused where a number belongs",
        "",
        "maximum: 35",
        "maximum: §thirty-five",
        "value.maximum",
        '`"thirty-five"` is not what belongs here; write a whole number without quotes',
    ),
    Broken(
        "a list is refused where a text belongs",
        "",
        GERMANY,
        "code: DE",
        "code: §[DE]",
        "code",
        '`["DE"]` is not what belongs here; write text',
    ),
    Broken(
        "a single fact that is not in a list is refused",
        "",
        GERMANY,
        "partner:\n…participations:\n",
        "partner:\n  §value: yes\nparticipations:\n",
        "partner",
        "is not what belongs here; write a list, each item on a line that begins with `- `",
    ),
    Broken(
        "a bare value without its evidence is refused",
        "",
        GERMANY,
        "categories:\n  international_coop:\n",
        "categories:\n  international_coop: §yes\n  spare:\n",
        "categories.international_coop",
        '`"yes"` is not what belongs here; write keys with values, as `key: value`',
    ),
    Broken(
        "a value that is none of the words for it is refused with the words",
        "",
        GERMANY,
        "partner:\n  - value: yes\n",
        "partner:\n  - value: §maybe\n",
        "partner.0.value",
        '`"maybe"` is not one of the words for this; write yes, no, not_published or unverified',
    ),
    Broken(
        "a boolean is refused where yes and no are words",
        "",
        GERMANY,
        "partner:\n  - value: yes\n",
        "partner:\n  - value: §true\n",
        "partner.0.value",
        "`true` is not one of the words for this; write yes, no, not_published or unverified",
    ),
    ages(
        "an unknown status is refused with the words that exist",
        "",
        "status: official",
        "status: §certain",
        "status",
        '`"certain"` is not one of the words for this; write official, secondary, conflicting or unverified',
    ),
    Broken(
        "an unknown category is refused with the words that exist",
        "",
        GERMANY,
        "  international_coop:\n",
        "  §coop: {offered: []}\n  international_coop:\n",
        "categories.coop",
        '`"coop"` is not one of the words for this; write international_coop, young_professionals or working_holiday',
    ),
    ages(
        "a day that does not exist is refused",
        "",
        "2025-12-24",
        "§2025-02-30",
        "in_force.known_since",
        '`"2025-02-30"` is not a day of the calendar; write a day that exists, as 2026-11-22',
    ),
    ages(
        "a date in another order is refused",
        "",
        "checked_on: 2026-11-22",
        "checked_on: §22/11/2026",
        "checked_on",
        '`"22/11/2026"` is not a date; write the day as YYYY-MM-DD, as 2026-11-22',
    ),
    ages(
        "a date that is a number is refused",
        "",
        "checked_on: 2026-11-22",
        "checked_on: §20261122",
        "checked_on",
        "`20261122` is not a date; write the day as YYYY-MM-DD, as 2026-11-22",
    ),
    Broken(
        "a fact without the day of its check is refused",
        "",
        GERMANY,
        AGES,
        AGES.replace("- value", "- §value").replace("        checked_on: 2026-11-22\n", ""),
        f"{AGES_PATH}.checked_on",
        "the key `checked_on` is missing; write the day on which a person compared the value with its source",
    ),
    ages(
        "a fact without its value is refused",
        "",
        "- value: {minimum: 18, maximum: 35}\n        in_force",
        "- §in_force",
        "value",
        "the key `value` is missing; write `value:` with the fact itself",
    ),
    Broken(
        "a name without its French is refused",
        "",
        GERMANY,
        'name: {en: "Germany", fr: "Allemagne"}',
        '§name: {en: "Germany"}',
        "name.fr",
        "the key `fr` is missing; write the same words in French as `fr:`",
    ),
    Broken(
        "an empty name is refused",
        "texts-filled",
        GERMANY,
        'fr: "Allemagne"',
        'fr: §""',
        "name.fr",
        "the text is empty; write it in both languages",
    ),
    Broken(
        "a plain space before a French colon is refused",
        "french-spacing",
        GERMANY,
        'fr: "Allemagne"',
        'fr: §"Allemagne : République fédérale"',
        "name.fr",
        "write a non-breaking space (U+00A0) there",
    ),
    Broken(
        "an unknown country code is refused",
        "codes-known",
        "places.yml",
        "- code: GL\n",
        "- code: §XX\n",
        "0.code",
        "`XX` is not an ISO 3166-1 alpha-2 code; write the two letters of the country, as DE",
    ),
    Broken(
        "an unknown issuer of a passport is refused",
        "codes-known",
        "countries/HK.yml",
        "issuer: GB",
        "issuer: §UK",
        "travel_documents.0.value.1.issuer",
        "`UK` is not an ISO 3166-1 alpha-2 code",
    ),
    Broken(
        "a place that serves a country without a file is refused",
        "country-files",
        "places.yml",
        "residence_in: DK",
        "residence_in: §NO",
        "0.residence_in",
        "there is no countries/NO.yml; name a country that has a file",
    ),
    Broken(
        "a document for a country without a file is refused",
        "country-files",
        "documents.yml",
        "jurisdictions: [IT]",
        "jurisdictions: [§FR]",
        "7.jurisdictions.0",
        "there is no countries/FR.yml; name a country that has a file",
    ),
    Broken(
        "a file that bears another code than its country is refused",
        "country-file-names",
        GERMANY,
        "code: DE",
        "code: §AT",
        "code",
        "the file is named DE.yml, the code is AT; rename the file or correct the code",
    ),
    Broken(
        "a code that no country has is refused in the list of codes",
        "code-list",
        "codes.yml",
        "- AF\n",
        "- §QQ\n",
        "2",
        "no country has the code `QQ`; correct or remove it",
    ),
    Broken(
        "a code that only Unicode knows is refused in the list of codes",
        "code-list",
        "codes.yml",
        "- AF\n",
        "- AF\n- §ZZ\n",
        "3",
        "no country has the code `ZZ`; correct or remove it",
    ),
    Broken(
        "a list of codes from which one is missing is refused",
        "code-list",
        "codes.yml",
        "- AD\n- AE\n- AF\n",
        "§- AD\n- AE\n",
        "",
        "the code `AF` is missing; add it",
    ),
    Broken(
        "a code in small letters is refused in the list of codes",
        "code-list",
        "codes.yml",
        "- AF\n",
        "- §af\n",
        "2",
        "`af` is not a country code; write two capital letters, as DE",
    ),
    Broken(
        "a code that stands twice is refused in the list of codes",
        "code-list",
        "codes.yml",
        "- AF\n",
        "- AF\n- §AF\n",
        "3",
        "`AF` stands twice in the list; keep it once",
    ),
    ages(
        "a source that is not in the registry is refused",
        "sources-known",
        "id: ircc-bilateral",
        "id: §ircc-bilatral",
        "sources.0.id",
        "there is no source `ircc-bilatral`; correct the id, or add a new source to sources.yml",
    ),
    Broken(
        "a fact without a source is refused",
        "sources-given",
        GERMANY,
        AGES,
        AGES.replace("- value", "- §value").replace(SOURCE, ""),
        AGES_PATH,
        "no source is given; add `sources:`, or make it `status: unverified` with a note",
    ),
    Broken(
        "an unverified fact that does not say why is refused",
        "unverified-explained",
        GERMANY,
        AGES,
        AGES.replace("- value", "- §value").replace("official", "unverified"),
        AGES_PATH,
        "an unverified fact must say why; add `note:` with `en:` and `fr:`",
    ),
    Broken(
        "an official fact that rests on secondary sources is refused",
        "official-sources",
        GERMANY,
        AGES,
        AGES.replace("official", "§official").replace(SOURCE, "        sources: [{id: pvtistes-coop}]\n"),
        f"{AGES_PATH}.status",
        "none of the sources is official; write `status: secondary` or add an official source",
    ),
    ages(
        "a quote of more than fifteen words is refused",
        "quote-length",
        'quote: "18 to 35 years"',
        'quote: §"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"',
        "sources.0.quote",
        "the quote has 16 words; shorten it to at most 15",
    ),
    ages(
        "an empty quote is refused",
        "quote-length",
        'quote: "18 to 35 years"',
        'quote: §" "',
        "sources.0.quote",
        "the quote is empty; fill it in or remove the key",
    ),
    ages(
        "ages that are turned round are refused",
        "ages-possible",
        "{minimum: 18, maximum: 35}",
        "§{minimum: 35, maximum: 18}",
        "value",
        "the ages are turned round (35 to 18); write the lower one as `minimum`",
    ),
    ages(
        "ages that nobody reaches are refused",
        "ages-possible",
        "{minimum: 18, maximum: 35}",
        "§{minimum: 18, maximum: 350}",
        "value",
        "18 to 350 are not ages; write completed years",
    ),
    ages(
        "a period that ends before it begins is refused",
        "last-days",
        "{known_since: 2025-12-24}",
        "{known_since: 2025-12-24, through: §2025-12-23}",
        "in_force.through",
        "the last day 2025-12-23 is before the first day 2025-12-24; swap or correct them",
    ),
    ages(
        "a period with two first days is refused",
        "first-days",
        "{known_since: 2025-12-24}",
        "§{since: 2025-12-24, known_since: 2025-12-24}",
        "in_force",
        "both `since` and `known_since` are given; keep one of the two",
    ),
    ages(
        "a period with no first day is refused",
        "first-days",
        "{known_since: 2025-12-24}",
        "§{}",
        "in_force",
        "no first day is given; add `since: DAY`, or `known_since: DAY` where it is not known",
    ),
    Broken(
        "an open period that nobody reviews is refused",
        "reviews-planned",
        GERMANY,
        AGES,
        AGES.replace("- value", "- §value").replace("        review_due: 2027-01-31\n", ""),
        AGES_PATH,
        "a fact without a last day needs the day to look at it again; add `review_due: DAY`",
    ),
    ages(
        "a review before the check is refused",
        "reviews-planned",
        "review_due: 2027-01-31",
        "review_due: §2026-01-31",
        "review_due",
        "the review is due before the check of 2026-11-22; write a later day",
    ),
    Broken(
        "a newer row above an older one is refused",
        "rows-follow",
        KOREA,
        "in_force: {since: 2023-12-11}",
        "in_force: §{since: 2023-12-09}",
        "participations.1.in_force",
        "this row begins on 2023-12-09, the row before it on 2023-12-10; put the older row first",
    ),
    Broken(
        "rows that overlap are refused",
        "rows-follow",
        KOREA,
        "in_force: {since: 2023-12-11}",
        "in_force: §{since: 2023-12-10}",
        "participations.1.in_force",
        "this row begins on 2023-12-10, the row before lasts through 2023-12-10; begin on the day after",
    ),
    Broken(
        "rows that leave a hole are refused",
        "rows-follow",
        KOREA,
        "in_force: {since: 2023-12-11}",
        "in_force: §{since: 2023-12-21}",
        "participations.1.in_force",
        "no row covers the days between 2023-12-10 and 2023-12-21; correct a day, add a row",
    ),
    Broken(
        "an unknown beginning after the first row is refused",
        "rows-follow",
        KOREA,
        "in_force: {since: 2023-12-11}",
        "in_force: §{known_since: 2023-12-11}",
        "participations.1.in_force",
        "`known_since` cannot follow a row that ends on 2023-12-10; write `since:` with the day after",
    ),
    Broken(
        "an amount that is not a number is refused",
        "numbers-possible",
        "programme.yml",
        "- value: 184.75\n",
        "- value: §.nan\n",
        "",
        "not a number; write an amount, as 184.75",
    ),
    Broken(
        "a negative amount is refused",
        "numbers-possible",
        "programme.yml",
        "- value: 184.75\n",
        "- value: §-184.75\n",
        "",
        "-184.75 is less than nothing; write 0 or more",
    ),
    Broken(
        "an amount with a comma is refused",
        "",
        "programme.yml",
        "- value: 184.75\n",
        "- value: §184,75\n",
        "",
        '`"184,75"` is not what belongs here; write a number without quotes, as 184.75',
    ),
    Broken(
        "a permit of no months is refused",
        "permit-lengths",
        GERMANY,
        "permit_months:\n      - value: 12\n",
        "permit_months:\n      - value: §0\n",
        "categories.international_coop.permit_months.0.value",
        "0 months cannot be the length of a permit; write 1 to 60",
    ),
    Broken(
        "a total of no participations is refused",
        "participations-add-up",
        GERMANY,
        "{total: 2, repeat: not_permitted}",
        "{total: §0, repeat: not_permitted}",
        "participations.0.value.total",
        "0 participations; write 1 or more",
    ),
    Broken(
        "slots that do not add up to the total are refused",
        "participations-add-up",
        "countries/AU.yml",
        "{total: 2, repeat: not_stated, slots: [",
        "{total: 3, repeat: not_stated, slots: §[",
        "participations.0.value.slots",
        "the slots hold 2 participations, the total is 3; make them agree",
    ),
    Broken(
        "limited repeats that do not name their categories are refused",
        "participations-add-up",
        GERMANY,
        "value: {total: 2, repeat: not_permitted}",
        "value: §{total: 2, repeat: limited}",
        "participations.0.value",
        "`repeatable` belongs to `repeat: limited` and to no other; add or remove it",
    ),
    Broken(
        "legacy terms of a second participation without a length are refused",
        "legacy-complete",
        "countries/GB.yml",
        "value: {before_season: 2015, grants: second, at_most: 1, months_at_most: 12, months: 24}",
        "value: §{before_season: 2015, grants: second}",
        "legacy.0.value",
        "`grants: second` needs the length; add `months:`",
    ),
    Broken(
        "another version with the same value is refused",
        "versions-differ",
        "countries/AU.yml",
        "versions:\n          - value: 24\n",
        "versions:\n          - value: §12\n",
        "categories.international_coop.permit_months.0.versions.0.value",
        "this version has the same value as the fact; remove it or correct its value",
    ),
    Broken(
        "an offered category without its ages is refused",
        "category-terms",
        GERMANY,
        "  international_coop:\n…    permit_months:\n",
        f"  §international_coop:\n{OFFERED}    permit_months:\n",
        "categories.international_coop.ages",
        "an offered category needs the key `ages`; add it",
    ),
    Broken(
        "a category that is not offered but has ages is refused",
        "category-terms",
        "countries/HK.yml",
        "  young_professionals:\n",
        "    §ages:\n" + AGES.removeprefix("    ages:\n") + "  young_professionals:\n",
        "categories.international_coop.ages",
        "the category is not offered; remove this key or correct `offered`",
    ),
    Broken(
        "a term that belongs to another category is refused",
        "category-terms",
        GERMANY,
        "  young_professionals:\n",
        "  young_professionals:\n    §training_centre_accepted:\n"
        "      - {value: yes, in_force: {since: 2026-01-01}, status: official, sources: [{id: ircc-bilateral}],"
        " checked_on: 2026-11-22, review_due: 2027-01-31}\n",
        "categories.young_professionals.training_centre_accepted",
        "this key does not belong to young_professionals; remove it",
    ),
    Broken(
        "a country that leaves a category out is refused",
        "categories-complete",
        "countries/HK.yml",
        "categories:\n…  working_holiday:\n",
        f"§categories:\n  international_coop:\n{OFFERED.replace('yes', 'no')}  working_holiday:\n",
        "categories",
        "`young_professionals` is missing; add it, with `offered:` of value no where it is not offered",
    ),
    Broken(
        "a programme without one of its facts is refused",
        "programme-complete",
        "programme.yml",
        "minimum_funds:…more_funds",
        "§minimum_funds: []\nmore_funds",
        "minimum_funds",
        "no row is given; add at least one fact",
    ),
    Broken(
        "a document that stands twice is refused",
        "ids-unique",
        "documents.yml",
        "- id: school-letter\n",
        "- id: §passport\n",
        "1.id",
        "`passport` stands twice; keep one or correct it",
    ),
    Broken(
        "a source that stands twice is refused",
        "source-ids",
        "sources.yml",
        "- id: gac-mexico\n",
        "- id: gac-mexico\n  title: Twice\n  publisher: Nobody\n  tier: official\n  url: https://example.org\n"
        "- id: §gac-mexico\n",
        "2.id",
        "the id `gac-mexico` stands twice; give each source its own",
    ),
    Broken(
        "a source of an unknown tier is refused",
        "source-tiers",
        "sources.yml",
        "tier: secondary\n",
        "tier: §rumour\n",
        "",
        "`rumour` is not a tier; write official or secondary",
    ),
    Broken(
        "an address that is none is refused",
        "source-addresses",
        "sources.yml",
        'url: "https://',
        'url: §"htp://',
        "0.url",
        "is not a web address; begin it with https://",
    ),
    ages(
        "a first day long before the programme is refused",
        "first-days",
        "{known_since: 2025-12-24}",
        "{known_since: §0225-12-24}",
        "in_force.known_since",
        "0225-12-24 is long before the programme; correct the year",
    ),
    ages(
        "a review in a hundred years is refused",
        "reviews-planned",
        "review_due: 2027-01-31",
        "review_due: §2127-01-31",
        "review_due",
        "the review is due more than 1100 days after the check; write an earlier day",
    ),
    Broken(
        "a season of no possible year is refused",
        "years-possible",
        "seasons.yml",
        "- year: 2025",
        "- year: §20255",
        "0.year",
        "20255 is no season; write a year, as 2026",
    ),
    Broken(
        "legacy terms of a season of no possible year are refused",
        "years-possible",
        "countries/GB.yml",
        "before_season: 2015",
        "before_season: §215",
        "legacy.0.value.before_season",
        "215 is no season; write a year, as 2015",
    ),
    ages(
        "a period with two last days is refused",
        "last-days",
        "{known_since: 2025-12-24}",
        "§{known_since: 2025-12-24, through: 2026-12-31, known_through: 2026-12-31}",
        "in_force",
        "both `through` and `known_through` are given; keep one of the two",
    ),
    ages(
        "a copy that is younger than the check is refused",
        "read-before-check",
        "read_on: 2026-02-12",
        "read_on: §2026-11-23",
        "sources.0.read_on",
        "the copy is younger than the check of 2026-11-22; correct the day or check the fact again",
    ),
    ages(
        "a conflicting fact that does not say what conflicts is refused",
        "conflicts-shown",
        "status: official",
        "status: §conflicting",
        "status",
        "nothing says what conflicts; add `versions:` with the other values, or a `note:` in both languages",
    ),
    ages(
        "another version without a source is refused",
        "versions-sourced",
        "review_due: 2027-01-31\n",
        "review_due: 2027-01-31\n        versions:\n          - §value: {minimum: 18, maximum: 30}\n",
        "versions.0",
        "this version names no source; add `sources:`",
    ),
    Broken(
        "a source in an unknown language is refused",
        "source-languages",
        "sources.yml",
        "languages: [en, fr]",
        "languages: [en, §english]",
        "",
        "`english` is not the code of a language; write it in small letters, as en or fr",
    ),
    Broken(
        "a copy that is older than its page is refused",
        "source-days",
        "sources.yml",
        "modified_on: 2025-12-24\n  copied_on: 2026-02-12",
        "modified_on: 2025-12-24\n  copied_on: §2025-12-23",
        "",
        "the copy is older than the page of 2025-12-24; write the day of the copy that was read",
    ),
    Broken(
        "an address without a host is refused",
        "source-addresses",
        "sources.yml",
        'url: "https://',
        'url: §"https:// ',
        "0.url",
        "is not a web address; begin it with https:// and leave no space in it",
    ),
    Broken(
        "an id with capitals and spaces is refused",
        "ids-plain",
        "glossary.yml",
        "id: pool\n",
        "id: §The Pool\n",
        "0.id",
        "`The Pool` is not an id; write small letters and digits, words joined by hyphens",
    ),
    Broken(
        "a straight apostrophe in French is refused",
        "french-apostrophes",
        GERMANY,
        'fr: "Allemagne"',
        'fr: §"L\'Allemagne"',
        "name.fr",
        "a straight apostrophe stands here; write ’ (U+2019)",
    ),
    Broken(
        "a file of the guide that is named after no topic is refused",
        "guide-topics",
        "guide/prices.yml",
        "",
        "§[]\n",
        "",
        "`prices` is no topic; name the file after one of: eligibility, participation, permit",
    ),
    Broken(
        "a point that stands twice, in two files of the guide, is refused",
        "ids-unique",
        "guide/process.yml",
        "- id: ask-again\n",
        "- id: §pay-once\n",
        "1.id",
        "`pay-once` stands twice; keep one or correct it",
    ),
    Broken(
        "a name in braces without a figure is refused",
        "figures-match",
        "guide/process.yml",
        'fr: "Vous avez {days}',
        'fr: §"Vous avez {jours}',
        "0.says.0.value.text.fr",
        "`{jours}` has no figure; add `jours:` to `figures:` or correct the name",
    ),
    Broken(
        "a figure that a text does not name is refused",
        "figures-match",
        "guide/process.yml",
        "figures: {days: 10}",
        "figures: {days: 10, hours: §24}",
        "0.says.0.value.figures.hours",
        "the text `en:` does not name this figure; write `{hours}` there or remove the figure",
    ),
    Broken(
        "a lone brace in a text is refused",
        "figures-match",
        "guide/process.yml",
        'en: "You have {days}',
        'en: §"You have {days',
        "0.says.0.value.text.en",
        "a brace stands alone; write `{name}` for a figure",
    ),
    Broken(
        "a negative figure is refused",
        "numbers-possible",
        "guide/process.yml",
        "figures: {days: 10}",
        "figures: {days: §-10}",
        "0.says.0.value.figures.days",
        "-10 is less than nothing; write 0 or more",
    ),
    Broken(
        "a file of pools that is named after no season is refused",
        "pool-seasons",
        "pools/next.yml",
        "",
        "§[]\n",
        "",
        "`next` is no season; name the file after its year, as 2026.yml",
    ),
    Broken(
        "a pool that stands twice is refused",
        "pools-unique",
        "pools/2025.yml",
        "- country: HK\n  category: working_holiday\n",
        "- §country: DE\n  category: international_coop\n",
        "1",
        "the pool of DE and international_coop stands twice; put its readings together",
    ),
    Broken(
        "a pool of a country without a file is refused",
        "country-files",
        "pools/2025.yml",
        "- country: HK\n",
        "- country: §FR\n",
        "1.country",
        "there is no countries/FR.yml; name a country that has a file",
    ),
    Broken(
        "a quota of a category that the country never offered is refused",
        "pools-offered",
        "pools/2025.yml",
        "- country: HK\n  category: working_holiday\n",
        "- country: HK\n  category: §international_coop\n",
        "1.category",
        "HK never offered international_coop; correct the pool, or countries/HK.yml",
    ),
    Broken(
        "a reading that is said to hold for longer than its day is refused",
        "pool-readings",
        "pools/2025.yml",
        "{known_since: 2025-02-01, known_through: 2025-02-01}",
        "§{known_since: 2025-02-01, known_through: 2025-02-02}",
        "0.quota.0.in_force",
        "a reading holds for its day only; write `{known_since: DAY, known_through: DAY}`",
    ),
    Broken(
        "a negative quota is refused",
        "numbers-possible",
        "pools/2025.yml",
        "value: 400",
        "value: §-400",
        "0.quota.0.value",
        "-400 is less than nothing; write 0 or more",
    ),
    Broken(
        "a quota that is neither a number nor unlimited is refused",
        "",
        "pools/2025.yml",
        "value: 400",
        "value: §plenty",
        "",
        '`"plenty"` is not what belongs here',
    ),
    Broken(
        "a season that closes before it opens is refused",
        "season-days",
        "seasons.yml",
        "value: 2025-10-17",
        "value: §2024-10-17",
        "0.closed.0.value",
        "the pools opened only on 2024-12-09; correct one of the two days",
    ),
    Broken(
        "a day far from its season is refused",
        "season-days",
        "seasons.yml",
        "value: 2025-10-17",
        "value: §2052-10-17",
        "0.closed.0.value",
        "2052-10-17 is not a day of the 2025 season; correct it",
    ),
    Broken(
        "a claim that rests on an unknown fact is refused",
        "claim-facts",
        "claims.yml",
        "facts: [DE.international_coop.ages",
        "facts: [§DE.coop.ages",
        "0.facts.0",
        "there is no fact `DE.coop.ages`; write DE.international_coop.ages, or the id of another",
    ),
    Broken(
        "a claim that rests on no fact is refused",
        "claim-facts",
        "claims.yml",
        "facts: [DE.international_coop.ages, guide.answer-in-time]",
        "facts: §[]",
        "0.facts",
        "no fact is named; add the id of a fact, as DE.international_coop.ages",
    ),
    Broken(
        "a claim that lists an unknown country is refused",
        "codes-known",
        "claims.yml",
        "countries: [DE, US]",
        "countries: [DE, §USA]",
        "0.countries.1",
        "`USA` is not an ISO 3166-1 alpha-2 code",
    ),
    Broken(
        "an answer that names an unknown value is refused",
        "claim-placeholders",
        "claims.yml",
        'answer: {en: "Citizens of {partners} countries',
        'answer: {en: §"Citizens of {friends} countries',
        "0.answer.en",
        "`{friends}` is not known here; write {coop_countries}, {missing}, {partners}",
    ),
    Broken(
        "an answer whose French leaves a value out is refused",
        "claim-placeholders",
        "claims.yml",
        'fr: "Les citoyens de {partners} pays le peuvent."',
        'fr: §"Les citoyens de certains pays le peuvent."',
        "0.answer.fr",
        "the French names other values than the English; name the same ones in braces",
    ),
    Broken(
        "a negative time before a warning is refused",
        "ageing-days",
        "ageing.yml",
        "warn_before_days: 0",
        "warn_before_days: §-1",
        "warn_before_days",
        "-1 days is less than nothing; write 0 or more",
    ),
    Broken(
        "a negative time until a refusal is refused",
        "ageing-days",
        "ageing.yml",
        "refuse_after_days: 365",
        "refuse_after_days: §-365",
        "refuse_after_days",
        "-365 days is less than nothing; write 0 or more",
    ),
    Broken(
        "a category without a word on whether it is offered is refused",
        "categories-complete",
        "countries/HK.yml",
        "    offered:…  young_professionals:\n",
        "    §offered: []\n  young_professionals:\n",
        "categories.international_coop.offered",
        "no row is given; add a fact whose value is yes or no",
    ),
    Broken(
        "a partner without participations is refused",
        "partners-complete",
        GERMANY,
        "partner:\n…participations:\n…categories:\n",
        f"§partner:\n{textwrap.indent(textwrap.dedent(OFFERED.partition('\n')[2]), '  ')}categories:\n",
        "partner",
        "a partner needs the key `participations`; add it",
    ),
    Broken(
        "a tag is refused",
        "yaml-tag",
        GERMANY,
        "code: DE",
        "code: §!!str DE",
        "code",
        "`!!str` is a YAML tag; remove it and write the plain value",
    ),
    Broken(
        "a tag that would run code is refused",
        "yaml-tag",
        GERMANY,
        "code: DE",
        "code: §!!python/object/apply:os.getcwd []",
        "code",
        "`!!python/object/apply:os.getcwd` is a YAML tag; remove it and write the plain value",
    ),
    Broken(
        "an anchor is refused",
        "yaml-anchor",
        GERMANY,
        "code: DE",
        "code: §&code DE",
        "code",
        "`&code` is a YAML anchor; remove it",
    ),
    Broken(
        "a second document in the file is refused",
        "second-document",
        GERMANY,
        "categories:\n",
        "§---\ncategories:\n",
        "",
        "a second document begins here; keep one document in a file",
    ),
    Broken(
        "a key that is no word is refused",
        "key-not-a-word",
        GERMANY,
        "categories:\n",
        "? §[a, b]\n: c\ncategories:\n",
        "",
        "a key must be a word; write `key: value`",
    ),
    Broken(
        "an open bracket is refused",
        "not-yaml",
        GERMANY,
        "code: DE\nname:",
        "code: §[DE\nname:",
        "",
        "this is not YAML",
    ),
    Broken(
        "a tabulator in the indentation is refused",
        "",
        GERMANY,
        "partner:\n  - value",
        "partner:\n§\t- value",
        "",
        "a tab stands here; write spaces",
    ),
    Broken(
        "brackets within brackets without end are refused",
        "too-deep",
        GERMANY,
        "code: DE",
        "code: " + "[" * 40 + "§[" + "[" * 20,
        "",
        "brackets within brackets, too deep",
    ),
    Broken(
        "a point that names no category is refused",
        "lists-filled",
        "guide/fees.yml",
        "categories: [international_coop]",
        "categories: §[]",
        "0.categories",
        "this list is empty; add at least one item",
    ),
    Broken(
        "a point that says nothing is refused",
        "lists-filled",
        "guide/fees.yml",
        "  says:\n",
        "  says: §[]\n- id: pay-twice\n  categories: [international_coop]\n  says:\n",
        "0.says",
        "this list is empty; add at least one item",
    ),
    Broken(
        "a file that holds nothing is refused",
        "lists-filled",
        "guide/work.yml",
        "",
        "§[]\n",
        "",
        "the file holds nothing; add an item, or remove the file",
    ),
    Broken(
        "a category that is named twice is refused",
        "lists-distinct",
        "guide/fees.yml",
        "categories: [international_coop]",
        "categories: [international_coop, §international_coop]",
        "0.categories.1",
        "`international_coop` stands twice in this list; keep it once",
    ),
    Broken(
        "code of pages in a text is refused",
        "texts-plain",
        "glossary.yml",
        'en: "Pool"',
        'en: §"Pool <script>"',
        "0.name.0.value.en",
        "`<s` is code of pages; write the words alone",
    ),
    Broken(
        "curly quotes around a text are refused",
        "texts-plain",
        "glossary.yml",
        'en: "Pool"',
        "en: §“Pool”",
        "0.name.0.value.en",
        "the curly quotes “” would be shown; write straight ones",
    ),
    Broken(
        "curly quotes around a quote are refused",
        "texts-plain",
        GERMANY,
        'quote: "18 to 35 years"',
        "quote: §“18 to 35 years”",
        f"{AGES_PATH}.sources.0.quote",
        "the curly quotes “” would be shown; write straight ones",
    ),
    Broken(
        "a French sentence that is the English one is refused",
        "french-written",
        "seasons.yml",
        '"Les bassins ont ouvert tard."',
        '§"The pools opened late."',
        "0.notes.0.text.0.value.fr",
        "the French is the English; write it in French",
    ),
    Broken(
        "a source without a publisher is refused",
        "texts-filled",
        "sources.yml",
        'publisher: "Immigration, Refugees and Citizenship Canada"',
        'publisher: §""',
        "",
        "the publisher is empty; write it as the page has it",
    ),
    Broken(
        "an organization without a name is refused",
        "texts-filled",
        "organizations.yml",
        'name: "SWAP Working Holidays"',
        'name: §" "',
        "0.name",
        "the name is empty; write it",
    ),
    ages(
        "an age that no quote says is refused",
        "numbers-quoted",
        '        sources:\n          - {id: ircc-bilateral, quote: "18 to 35 years", read_on: 2026-02-12}\n',
        "        sources:\n          §- {id: ircc-bilateral, read_on: 2026-02-12}\n",
        "sources",
        "no source says this number; add `quote:` with its words to a source",
    ),
    Broken(
        "more participations than the rules count are refused",
        "participations-add-up",
        GERMANY,
        "total: 2",
        "total: §50",
        "participations.0.value.total",
        "the rules count at most 3 participations; correct the number, or change the rules",
    ),
    Broken(
        "a slot of no participations is refused",
        "participations-add-up",
        GERMANY,
        "{total: 2, repeat: not_permitted}",
        "{total: 2, repeat: not_permitted, slots: [{categories: [international_coop], count: 2}, "
        "{categories: [working_holiday], count: §0}]}",
        "participations.0.value.slots.1.count",
        "0 participations; write 1 or more",
    ),
    Broken(
        "a category in two slots is refused",
        "participations-add-up",
        GERMANY,
        "{total: 2, repeat: not_permitted}",
        "{total: 2, repeat: not_permitted, slots: [{categories: [international_coop], count: 1}, "
        "{categories: §[international_coop], count: 1}]}",
        "participations.0.value.slots.1.categories",
        "`international_coop` stands in two slots; keep it in one",
    ),
    Broken(
        "a reading of a pool in another year than its season is refused",
        "pool-readings",
        "pools/2025.yml",
        "{known_since: 2025-02-01, known_through: 2025-02-01}",
        "§{known_since: 2015-02-01, known_through: 2015-02-01}",
        "0.quota.0.in_force",
        "2015-02-01 is no day of the 2025 season; correct it, or name the file after its season",
    ),
    Broken(
        "a claim that misspells a fact is shown the nearest one",
        "claim-facts",
        "claims.yml",
        "guide.answer-in-time",
        "§guide.answer-intime",
        "0.facts.1",
        "there is no fact `guide.answer-intime`; write guide.answer-in-time, or the id of another",
    ),
    Broken(
        "a value that was forgotten is refused",
        "",
        GERMANY,
        "  - value: yes\n",
        "  - value:§\n",
        "partner.0.value",
        "nothing is written here; write yes, no, not_published or unverified",
    ),
    ages(
        "ages in one word are shown their keys",
        "",
        "{minimum: 18, maximum: 35}",
        "§18-35",
        "value",
        "write keys with values, as `{minimum: 18, maximum: 35}`",
    ),
    Broken(
        "a figure that is of none of its types is refused once",
        "",
        "guide/process.yml",
        "{days: 10}",
        '{days: §"10"}',
        "0.says.0.value.figures.days",
        '`"10"` is not what belongs here; write a whole number without quotes, or a number without quotes',
    ),
    Broken(
        "a quote that is not closed is refused where it opens",
        "not-yaml",
        "glossary.yml",
        'name:\n    - value: {en: "Pool", fr: "Bassin"}',
        'name:\n    - value: §{en: "Pool, fr: Bassin}',
        "",
        "this is not YAML",
    ),
    Broken(
        "a key without the space after its colon is refused in its line",
        "not-yaml",
        GERMANY,
        "    status: official\n",
        "    §status:official\n",
        "",
        "no colon follows this word; write `key: value`, with a space after the colon",
    ),
    Broken(
        "a tab anywhere in a file is refused",
        "",
        GERMANY,
        "    status: official",
        "    status:§\tofficial",
        "",
        "a tab stands here; write spaces",
    ),
]


def edited(text: str, broken: Broken) -> str:
    """Make the edit; … in the old text stands for everything between. Without an old text the file is a new one."""
    if not broken.old:
        return broken.new
    pattern = re.escape(broken.old).replace("…", ".*?")
    made, count = re.subn(pattern, lambda _: broken.new, text, count=1, flags=re.DOTALL)
    assert count == 1, "the text to break is not in the file"
    return made


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small") / "data"
    make_small(folder)
    return folder


@pytest.fixture(scope="module")
def sound(small: Path) -> Files:
    files, problems = read_files(small)
    assert problems == []
    return files


@pytest.fixture
def folder(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "data"))


def problems_in(folder: Path) -> tuple:
    with pytest.raises(DatasetError) as refused:
        load_dataset(folder)
    return refused.value.problems


def test_the_small_dataset_loads_before_it_is_broken(folder: Path) -> None:
    assert set(load_dataset(folder).countries) == set(COUNTRIES)


@pytest.mark.parametrize("broken", BROKEN, ids=[case.title for case in BROKEN])
def test_broken_data_is_refused(folder: Path, broken: Broken) -> None:
    file = folder / broken.file
    marked = edited(file.read_text(encoding="utf-8") if broken.old else "", broken)
    before = marked.partition("§")[0]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    file.write_text(marked.replace("§", ""), encoding="utf-8")
    found = [problem for problem in problems_in(folder) if broken.message in problem.message]
    assert found, problems_in(folder)
    problem = found[0]
    assert str(problem).startswith(f"{file}:{line}:{column}: ")
    assert problem.code == broken.check
    if broken.path:
        assert problem.path == broken.path


def test_titles_of_the_cases_are_all_different() -> None:
    assert len({case.title for case in BROKEN}) == len(BROKEN)


def test_every_check_has_a_bad_sample() -> None:
    assert {check.name for check in CHECKS} <= {case.check for case in BROKEN}


@pytest.mark.parametrize("check", CHECKS, ids=[check.name for check in CHECKS])
def test_every_check_finds_nothing_in_good_data(check: Check[Files], sound: Files) -> None:
    assert list(check(sound)) == []


def test_every_check_has_a_name_of_its_own_and_says_what_must_hold_in_a_sentence() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", check.name) for check in CHECKS)
    assert all(check.sentence[0].isupper() and check.sentence.endswith(".") for check in CHECKS)
    assert all(check.level is Level.ERROR for check in CHECKS)


def test_all_problems_are_reported_at_once_in_the_order_of_the_files(folder: Path) -> None:
    for name, old, new in (
        ("programme.yml", "- value: 2500", "- value: lots"),
        (GERMANY, "code: DE", "code: XX"),
        (GERMANY, "maximum: 35", "maximum: 3"),
    ):
        file = folder / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    problems = problems_in(folder)
    assert list(problems) == sorted(problems)
    assert [(Path(problem.file).name, problem.path) for problem in problems] == [
        ("DE.yml", "code"),
        ("DE.yml", "code"),
        ("DE.yml", f"{AGES_PATH}.value"),
        ("programme.yml", "minimum_funds.0.value"),
    ]


def test_the_error_prints_one_line_for_each_problem(folder: Path) -> None:
    file = folder / GERMANY
    file.write_text(file.read_text(encoding="utf-8").replace("code: DE", "code: XX"), encoding="utf-8")
    with pytest.raises(DatasetError) as refused:
        load_dataset(folder)
    assert str(refused.value).splitlines() == [str(problem) for problem in refused.value.problems]


def test_an_alias_is_refused(folder: Path) -> None:
    file = folder / GERMANY
    text = (
        file.read_text(encoding="utf-8").replace("code: DE", "code: &code DE").replace("value: yes", "value: *code", 1)
    )
    file.write_text(text, encoding="utf-8")
    assert [problem.message for problem in problems_in(folder)] == [
        "`&code` is a YAML anchor; remove it",
        "`*code` is a YAML alias; write the value out",
    ]


def test_pools_under_the_year_of_another_season_are_one_problem(folder: Path) -> None:
    (folder / "pools" / "2025.yml").rename(folder / "pools" / "2035.yml")
    (problem,) = problems_in(folder)
    assert problem.message == "no reading is of the 2035 season; name the file after its season"


def test_a_claim_on_a_country_without_a_file_is_not_shown_another_country(folder: Path) -> None:
    file = folder / "claims.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("DE.international_coop.ages", "FR.legacy"), encoding="utf-8"
    )
    (problem,) = problems_in(folder)
    assert problem.message == "there is no fact `FR.legacy`; nothing is known of `FR`; name a fact that exists"


def test_a_missing_file_is_reported(folder: Path) -> None:
    (folder / "programme.yml").unlink()
    (problem,) = problems_in(folder)
    assert str(problem).startswith(f"{folder / 'programme.yml'}:1:1: the file cannot be read")


def test_a_file_that_is_not_utf_8_is_reported(folder: Path) -> None:
    (folder / GERMANY).write_bytes("code: DE\nname: Österreich".encode("latin-1"))
    (problem,) = (found for found in problems_in(folder) if found.file.endswith("DE.yml"))
    assert (problem.line, problem.column) == (2, 7)
    assert problem.message == "the letter here is not UTF-8; save the file in UTF-8"


def test_a_control_character_is_reported_where_it_stands(folder: Path) -> None:
    (folder / GERMANY).write_text("code: DE\nname: É\x01\n", encoding="utf-8")
    (problem,) = (found for found in problems_in(folder) if found.file.endswith("DE.yml"))
    assert problem.line == 2
    assert "a character that YAML does not allow" in problem.message


def test_a_file_with_a_strange_ending_beside_the_countries_is_reported(folder: Path) -> None:
    (folder / "countries" / "FR.yaml").write_text("code: FR\n", encoding="utf-8")
    (problem,) = problems_in(folder)
    assert problem.message == "this is not a file of facts; name it CODE.yml or move it away"


def test_an_empty_file_is_reported(folder: Path) -> None:
    (folder / GERMANY).write_text("", encoding="utf-8")
    (problem,) = (found for found in problems_in(folder) if found.file.endswith("DE.yml"))
    assert "write keys with values, as `key: value`" in problem.message


def test_a_folder_without_data_is_reported(tmp_path: Path) -> None:
    problems = problems_in(tmp_path)
    assert any("there is no file here; add one as CODE.yml" in problem.message for problem in problems)
    assert any(problem.file.endswith("programme.yml") for problem in problems)


def test_a_dataset_without_its_registry_does_not_report_every_source_as_unknown(folder: Path) -> None:
    (folder / "sources.yml").write_text("- id: [\n", encoding="utf-8")
    assert {Path(problem.file).name for problem in problems_in(folder)} == {"sources.yml"}
