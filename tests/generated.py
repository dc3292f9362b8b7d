"""Random applicants that are plausible: most answers fit, a few refuse, warn or are missing; edges on purpose."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from generator.rules.calendar import add_days, add_months, birthday
from generator.rules.kinds import Answer, Category
from generator.rules.model import Dataset
from tests.applicants import changed

DAY = timedelta(days=1)
COOP, YP, WH = (category.value for category in Category)
TERRITORIES = ("AW", "CW", "SX", "BQ", "JE", "GG", "IM")
PARTICULAR = ("AT", "AT", "CH", "CH", "CZ", "GB", "IE", "FR", "AU", "LU", "PL", "ES")  # whose terms few others share
FOREIGN = ("US", "BR", "IN", "MX", "UA", "SY", "CA")
LATE = ("2027-03-13", "2027-03-12", "2027-02-26", "2027-02-25")


class Person:
    """Draws one applicant; what it draws is consistent with the terms of the first citizenship."""

    def __init__(self, random: Random, dataset: Dataset) -> None:
        self.random, self.dataset = random, dataset
        self.home = self.among(*dataset.countries, *TERRITORIES, *FOREIGN, *PARTICULAR * 4)
        self.category = self.among(*self._offered() * 9, COOP, YP, WH)
        self.invited = self.day(date(2026, 1, 1), date(2028, 12, 31))
        self.arrives = self.invited + DAY * random.randint(40, 250)
        self.limit, self.months = self._terms()

    def _offered(self) -> list[str]:
        country = self.dataset.countries.get(self.land)
        terms = country.categories if country else {}
        return [category.value for category in terms if terms[category].offered[-1].value is Answer.YES]

    def _terms(self) -> tuple[int, int]:
        country = self.dataset.countries.get(self.land)
        terms = country and country.categories[Category(self.category)]
        if not terms or terms.offered[-1].value is not Answer.YES:
            return 35, 12
        return terms.ages[-1].value.maximum, terms.permit_months[-1].value

    @property
    def land(self) -> str:
        place = self.dataset.places.get(self.home)
        return (place and place.citizenship_of) or self.home

    def among(self, *choices: Any) -> Any:
        return self.random.choice(choices)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def day(self, first: date, last: date) -> date:
        """Draw a day, month ends and 29 February often."""
        day = first + DAY * self.random.randint(0, (last - first).days)
        edge = self.among(None, None, date(day.year, day.month, 1) - DAY, date(day.year, 3, 1) - DAY)
        return edge if edge and first <= edge <= last else day

    def near(self, day: date) -> date:
        return add_days(day, self.random.randint(-1, 1)) if day < date.max else day

    def document(self) -> dict[str, Any]:
        """Draw the applicant."""
        document = self.fitting()
        for change in self.random.sample(VARIATIONS, self.among(0, 1, 1, 2)):
            document = changed(document, **change(self, document))
        if self.chance(0.3):
            document = changed(document, **self.among(*REFUSALS)(self, document))
        if self.chance(0.65):
            document = changed(document, **dict.fromkeys(self.random.sample(FORGETTABLE, self.among(1, 1, 2, 4)), ...))
        return plain(document)

    def fitting(self) -> dict[str, Any]:
        """Draw an applicant who meets the criteria of one route, as far as there is one."""
        field = self.among("forestry", "agriculture", "tourism")
        ends = self.among(add_months(self.arrives, self.months), self.arrives + DAY * self.random.randint(60, 800))
        held = [self.home]
        if self.chance(0.2):
            held.append(self.among(*self.dataset.countries, "CA", "US"))
        document = {
            "category": self.among(*[self.category] * 5, "any"),
            "assessed_on": self.invited,
            "citizenships": list(dict.fromkeys(held)),
            "residence": self.land,
            "date_of_birth": self.day(birthday(self.invited, -self.limit - 1) + DAY, birthday(self.invited, -18)),
            "passports": [self.passport(code) for code in held],
            "studies": {"registered": True, "post_secondary": True, "school_country": self.land, "field": field},
            "offer": {
                "signed": True,
                "starts_on": self.arrives + DAY * self.among(0, 2),
                "ends_on": max(self.near(ends), self.arrives + DAY * 2),
                "paid": True,
                "required_for_studies": True,
                "related_to_field": True,
                "one_employer": True,
                "one_location": True,
                "teer": self.among(0, 1, 2, 3),
                "sector": field,
                "intra_company": True,
                "employer_submitted": True,
            },
            "insurance": {"kind": "private", "covered_until": add_months(self.arrives, 30)},
            "funds_cad": self.among(2500, 2500.5, 6000),
            "participations": [],
            "dependants_on_application": False,
            "admissible": True,
            "recognized_organization": False,
            "invitation": {"received_on": self.invited},
            "arrives_on": self.arrives,
        }
        if self.chance(0.3):
            document.pop("invitation")
        return document

    def passport(self, code: str) -> dict[str, Any]:
        """Draw a passport of the citizenship `code` that lasts."""
        place = self.dataset.places.get(code)
        expires = add_months(self.arrives, self.random.randint(25, 90))
        if code == "HK":
            return {"issuer": "HK", "kind": "hong_kong_sar", "expires_on": expires}
        return {"issuer": (place and place.citizenship_of) or code, "expires_on": expires}

    def earlier(self, **more: Any) -> dict[str, Any]:
        """Draw an earlier participation."""
        season = self.random.randint(2016, 2024)
        start = self.day(date(season, 1, 1), date(season, 12, 31))
        return {
            "citizenship": self.land,
            "category": self.among(COOP, YP, WH),
            "season": season,
            "permit_started_on": start,
            "permit_ended_on": self.near(add_months(start, self.among(6, 12, 12, 18))),
            "activated": True,
            **more,
        }


def plain(value: Any) -> Any:
    """Write days as ISO text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


type Change = Callable[[Person, dict[str, Any]], dict[str, Any]]

VARIATIONS: list[Change] = [
    lambda person, document: {"participations": [person.earlier()]},
    lambda person, document: {"participations": [person.earlier(citizenship=person.among("GB", "FR", "DE"))]},
    lambda person, document: {
        "participations": [person.earlier(activated=False), person.earlier(recognized_organization=True)]
    },
    lambda person, document: {"participations": [person.earlier(season=person.among(2011, 2012, 2013, 2014, 2015))]},
    lambda person, document: {"offer__paid": False},
    lambda person, document: {"offer__teer": 4, "offer__diploma_in_field": True},
    lambda person, document: {"offer__teer": 5},
    lambda person, document: {"offer__one_location": False},
    lambda person, document: {
        "passports": [{**document["passports"][0], "expires_on": person.arrives + DAY * person.among(0, 1, 40)}]
    },
    lambda person, document: {"insurance__covered_until": person.arrives + DAY * person.among(0, 1, 40)},
    lambda person, document: {"date_of_birth": birthday(person.invited, -person.limit - 1) + DAY},
    lambda person, document: {"citizenships": [*document["citizenships"], "CA"], "apply_as": person.home},
    lambda person, document: {
        "assessed_on": "2031-02-28",
        "date_of_birth": "1996-02-29" if person.limit == 34 else "1995-02-28",
    },
    lambda person, document: {"invitation": {"received_on": person.invited, "answer": "declined"}},
    lambda person, document: {"residence": person.among("GL", "FO", person.land)},
    lambda person, document: {
        "studies__registered": False,
        "studies__graduated_on": person.near(add_months(person.invited, -12)),
    },
    lambda person, document: {"studies__post_secondary": False, "studies__training_centre": True},
    lambda person, document: {"recognized_organization": True},
    lambda person, document: {"entry_letter_expires_on": person.near(person.arrives)},
    lambda person, document: {"british_territory": person.among("jersey", "other")},
    lambda person, document: {
        "assessed_on": "2027-02-28",
        "date_of_birth": "1996-02-29",
        "invitation": ...,
        "citizenships": ["SE"],
        "passports": [{"issuer": "SE", "expires_on": "2033-01-01"}],
        "residence": "SE",
    },
]

REFUSALS: list[Change] = [
    lambda person, document: {"citizenships": [person.among(*FOREIGN)]},
    lambda person, document: {"category": person.among(COOP, YP, WH)},
    lambda person, document: {"passports": [{"issuer": "TR", "expires_on": "2035-01-01"}]},
    lambda person, document: {
        "passports": [{"issuer": "DE", "kind": "refugee_travel_document", "expires_on": "2035-01-01"}]
    },
    lambda person, document: {"passports": [{**document["passports"][0], "expires_on": person.arrives - DAY}]},
    lambda person, document: {"date_of_birth": person.near(birthday(person.invited, -18))},
    lambda person, document: {"date_of_birth": person.near(birthday(person.invited, -person.limit - 1))},
    lambda person, document: {"residence": "TR"},
    lambda person, document: {"studies__registered": False},
    lambda person, document: {"studies__post_secondary": False},
    lambda person, document: {"studies__school_country": "TR"},
    lambda person, document: {"studies__field": "other"},
    lambda person, document: {"offer__sector": "other"},
    lambda person, document: {"offer__required_for_studies": False},
    lambda person, document: {"offer__related_to_field": False},
    lambda person, document: {"offer__signed": False},
    lambda person, document: {"offer__one_employer": False},
    lambda person, document: {"offer__paid": False, "category": YP},
    lambda person, document: {"offer__employer_submitted": False},
    lambda person, document: {"offer__teer": person.among(4, 5), "offer__diploma_in_field": False, "category": YP},
    lambda person, document: {"offer__intra_company": False, "category": YP},
    lambda person, document: {
        "participations": [person.earlier(category=WH), person.earlier(category=YP), person.earlier(category=COOP)]
    },
    lambda person, document: {"participations": [person.earlier(category=person.category)]},
    lambda person, document: {"participations": [person.earlier(season=person.invited.year)]},
    lambda person, document: {
        "participations": [person.earlier(permit_ended_on=person.near(add_months(person.arrives, -3)))]
    },
    lambda person, document: {"funds_cad": person.among(0, 2499.99)},
    lambda person, document: {"insurance": {"kind": person.among("none", "provincial_card")}},
    lambda person, document: {"insurance__covered_until": person.arrives - DAY},
    lambda person, document: {"dependants_on_application": True},
    lambda person, document: {"admissible": False},
    lambda person, document: {
        "invitation": {"received_on": "2027-02-15", "answer": "accepted", "accepted_at": "2027-02-20T07:25:00Z"},
        "assessed_on": person.among(*LATE),
    },
    lambda person, document: {
        "invitation": {"received_on": "2027-02-15", "answer": "none"},
        "assessed_on": person.among(*LATE),
    },
    lambda person, document: {"entry_letter_expires_on": person.arrives - DAY},
]

FORGETTABLE = [
    "citizenships",
    "residence",
    "date_of_birth",
    "passports",
    "studies__registered",
    "studies__post_secondary",
    "studies__school_country",
    "studies__field",
    "offer",
    "offer__signed",
    "offer__starts_on",
    "offer__ends_on",
    "offer__paid",
    "offer__required_for_studies",
    "offer__related_to_field",
    "offer__one_employer",
    "offer__one_location",
    "offer__teer",
    "offer__sector",
    "offer__intra_company",
    "offer__employer_submitted",
    "insurance",
    "insurance__kind",
    "insurance__covered_until",
    "funds_cad",
    "participations",
    "dependants_on_application",
    "admissible",
    "recognized_organization",
    "arrives_on",
]

# Answers whose absence is open; those with a default, and records of events, are left out.
WITHOUT_DEFAULT = [path for path in FORGETTABLE if path not in ("citizenships", "arrives_on")]


def applicants(dataset: Dataset, seed: int, count: int) -> Iterator[dict[str, Any]]:
    """Yield `count` applicants drawn from `seed`."""
    random = Random(seed)
    for _ in range(count):
        yield Person(random, dataset).document()
