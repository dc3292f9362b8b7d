"""A page of the agreements in Markdown, written from the facts: what it says is what the data says."""

from collections.abc import Iterator
from datetime import date

from generator.rules.country import Country, Participations, Stream, Terms
from generator.rules.facts import History, fact_in_force
from generator.rules.kinds import Answer, Category, DocumentKind, PermitKind, Repeat, School
from generator.rules.model import Dataset

NAMES = {
    Category.WORKING_HOLIDAY: "Working Holiday",
    Category.YOUNG_PROFESSIONALS: "Young Professionals",
    Category.INTERNATIONAL_COOP: "International Co-op",
}
DOCUMENTS = {
    DocumentKind.HONG_KONG_SAR: "a valid Hong Kong SAR passport",
    DocumentKind.BRITISH_NATIONAL_OVERSEAS: "a valid British National (Overseas) passport",
}
REPEATS = {
    Repeat.PERMITTED: "A repeat category is permitted.",
    Repeat.NOT_PERMITTED: "A repeat category is not permitted.",
    Repeat.NOT_STATED: "",
}
HEADINGS = "| Category | Age | Work permit | Maximum validity | Discontinuance | Residence |\n|---|---|---|---|---|---|"


def page_of(dataset: Dataset, day: date) -> str:
    """Return a page with every partner, as its agreement stands on `day`."""
    return "\n".join(line for country in dataset.countries.values() for line in _country(country, day))


def _now[T](history: History[T], day: date) -> T | None:
    return fact_in_force("", history, day).value if history else None


def _country(country: Country, day: date) -> Iterator[str]:
    said = _now(country.participations, day)
    if said is None:
        return
    yield f"\n## {country.name.en}\n\nThe agreement allows {said.total} participations. {_repeat(said)}"
    for slot in said.slots:
        months = {_now(country.categories[category].permit_months, day) for category in slot.categories}
        yield f"\n* {slot.count} participation of up to {months.pop()} months: {_joined(slot.categories)}".replace(
            ":", " in"
        )
    yield f"\n{HEADINGS}"
    for category, terms in country.categories.items():
        if _now(terms.offered, day) is Answer.YES:
            yield _row(country, category, terms, said, day)
            streams = (stream for stream in country.streams if stream.category is category and stream.ages)
            yield from (_row(country, category, terms, said, day, stream) for stream in streams)


def _row(
    country: Country, category: Category, terms: Terms, said: Participations, day: date, stream: Stream | None = None
) -> str:
    ages = _now((stream or terms).ages, day)
    assert ages is not None
    months = f"{_now((stream or terms).permit_months, day)} months"
    if said.later_months:
        months += f" - 1st participation {said.later_months} months - 2nd participation"
    if said.cumulative_months:
        months += f" Total of both permits cannot exceed {said.cumulative_months} months"
    fields = _now(terms.restricted_fields, day)
    permit = "Open" if _now(terms.permit, day) is PermitKind.OPEN else "Employer-specific"
    if fields:
        permit += f" work placement must be in {', '.join(fields.sectors)}"
    gap = _now(terms.discontinuance_months, day)
    cells = (
        stream.name.en if stream else NAMES[category],
        f"{ages.minimum} to {ages.maximum} years",
        permit,
        months,
        f"{gap} months discontinuance" if gap else "No specific requirement",
        _residence(country, category, terms, day),
    )
    return f"| {' | '.join(cells)} |"


def _residence(country: Country, category: Category, terms: Terms, day: date) -> str:
    parts = []
    if _now(terms.residence_required, day) is Answer.YES:
        parts.append(f"Must be a resident of {country.name.en}")
    if fields := _now(terms.restricted_fields, day):
        graduates = _now(terms.graduates_within_months, day)
        parts.append(f"student in {', '.join(fields.studies)} or have graduated within the last {graduates} months")
    if category is Category.INTERNATIONAL_COOP and _now(terms.school, day) is School.IN_COUNTRY:
        parts.append(f"must be registered at a school in {country.name.en}")
    if _now(terms.intra_company_only, day) is Answer.YES:
        parts.append("must be permanently employed by an Austrian company")
    if _now(terms.training_centre_accepted, day) is Answer.YES:
        parts.append("No specific requirements. Enrolment in a training centre is also acceptable")
    kinds = [document.kind for document in _now(country.travel_documents, day) or () if document.kind in DOCUMENTS]
    if parts and DocumentKind.HONG_KONG_SAR in kinds:
        parts.append(f"holding {' or '.join(DOCUMENTS[kind] for kind in kinds)}")
    return " and ".join(parts) or "No specific requirements"


def _repeat(said: Participations) -> str:
    if said.repeat is Repeat.LIMITED:
        return f"A repeat category is permitted for {_joined(said.repeatable)}."
    return REPEATS[said.repeat]


def _joined(categories: tuple[Category, ...]) -> str:
    return " or ".join(NAMES[category] for category in categories)
