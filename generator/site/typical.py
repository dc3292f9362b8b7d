"""The typical applicant of a country, whom the rules judge when the site is built."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from types import MappingProxyType
from typing import Any

from generator.publish.rows import in_force
from generator.rules.assessment import assess
from generator.rules.calendar import add_months
from generator.rules.country import AcceptedDocument, Country
from generator.rules.kinds import Answer, Category, DocumentKind, Field
from generator.rules.model import Dataset
from generator.rules.route import Route

AGE = 22
LONG = 10 * 12  # months; papers that last this long end no permit
FUNDS = 10_000  # Canadian dollars
ELSEWHERE = object()  # stands for another country
# What a reader asks "must I?" about, by the criterion that judges it: the answers of somebody who does not.
WITHOUT: dict[str, dict[str, Any]] = {
    "studies": {"studies.registered": False, "studies.training_centre": False},
    "school-country": {"studies.school_country": ELSEWHERE},
    "residence": {"residence": ELSEWHERE},
    "offer": {"offer.signed": False},
    "placement-required": {"offer.required_for_studies": False},
    "pay": {"offer.paid": False},
}


class Typical:
    """Somebody who meets every condition as far as a person can: a student with a placement, at home in the country.

    The invitation comes and is accepted on the day `as_of`.
    """

    def __init__(self, country: Country, category: Category, dataset: Dataset, as_of: date) -> None:
        self.country, self.category, self.dataset, self.as_of = country, category, dataset, as_of
        self.arrives_on = date(as_of.year + 1, 5, 4)
        self.document = self._document()

    def route(self, changes: Mapping[str, Any] = MappingProxyType({})) -> Route:
        """Judge the applicant, some of whose answers differ; `changes` are values by the contract's paths.

        Raises DocumentError where the facts are not known for one of the days.
        """
        document = deepcopy(self.document)
        for path, value in changes.items():
            *parts, last = path.split(".")
            place = document
            for part in parts:
                place = place[part]
            place[last] = self._elsewhere() if value is ELSEWHERE else value
        return assess(document, self.dataset, self.as_of).routes[0].route

    def without(self, criterion: str) -> Route:
        """Judge somebody who does not do what `criterion` may ask for."""
        return self.route(WITHOUT[criterion])

    def offered(self) -> list[Category]:
        """Return the categories that the country offers on the day, the applicant's own first."""
        rows = {category: in_force(terms.offered, self.as_of) for category, terms in self.country.categories.items()}
        offered = (category for category in Category if (row := rows[category]) and row.value is Answer.YES)
        return sorted(offered, key=lambda category: category is not self.category)

    def returning(self, earlier_category: Category) -> Route:
        """Judge somebody whose first participation, of `earlier_category`, ends on the day."""
        earlier = {
            "citizenship": self.country.code,
            "category": earlier_category.value,
            "season": self.as_of.year - 1,
            "permit_started_on": add_months(self.as_of, -6).isoformat(),
            "permit_ended_on": self.as_of.isoformat(),
            "activated": True,
        }
        return self.route({"participations": [earlier]})

    def _elsewhere(self) -> str:
        return next(code for code in self.dataset.countries if code != self.country.code)

    def _passport(self) -> dict[str, Any]:
        """Return the first of the documents that prove the citizenship."""
        row = in_force(self.country.travel_documents, self.as_of)
        accepted = row.value[0] if row else AcceptedDocument(kind=DocumentKind.ORDINARY)
        return {"kind": accepted.kind.value, "issuer": accepted.issuer or self.country.code}

    def _field(self) -> str:
        """Return a field of study that the agreement takes."""
        row = in_force(self.country.categories[self.category].restricted_fields, self.as_of)
        return row.value.studies[0].value if row else Field.OTHER.value

    def _document(self) -> dict[str, Any]:
        code, late = self.country.code, add_months(self.arrives_on, LONG).isoformat()
        field = self._field()
        return {
            "category": self.category.value,
            "citizenships": [code],
            "residence": code,
            "date_of_birth": add_months(self.as_of, -12 * AGE).isoformat(),
            "passports": [{**self._passport(), "expires_on": late}],
            "studies": {
                "registered": True,
                "post_secondary": True,
                "training_centre": False,
                "school_country": code,
                "field": field,
            },
            "offer": {
                "signed": True,
                "starts_on": self.arrives_on.isoformat(),
                "paid": True,
                "required_for_studies": True,
                "related_to_field": True,
                "one_employer": True,
                "one_location": True,
                "teer": 3,
                "diploma_in_field": True,
                "sector": field,
                "intra_company": True,
                "employer_submitted": True,
            },
            "insurance": {"kind": "private", "covered_until": late},
            "funds_cad": FUNDS,
            "participations": [],
            "dependants_on_application": False,
            "admissible": True,
            "recognized_organization": False,
            "invitation": {
                "received_on": self.as_of.isoformat(),
                "answer": "accepted",
                "accepted_at": f"{self.as_of.isoformat()}T12:00:00Z",
            },
            "arrives_on": self.arrives_on.isoformat(),
        }
