"""Where each fact is shown: one page and one anchor for every fact; the anchor is the id of the fact."""

from pathlib import PurePosixPath

from generator.dataset import Knowledge
from generator.dataset.guide import Topic
from generator.dataset.index import Entry

GUIDE = "guide/"
SEASONS = "seasons/"
GLOSSARY = "glossary/"

# Topics without a page of their own, and the page that tells them.
TOLD_ON = {Topic.DEADLINES: f"{GUIDE}{Topic.PROCESS}/", Topic.SEASONS: SEASONS}

# The pages of the guide in reading order, by the names of their files.
GUIDE_PAGES = ("index", *(topic.value for topic in Topic if topic not in TOLD_ON), "questions")

# The topic on whose page each fact of the programme is shown, by its field.
PROGRAMME = {
    "citizenship_required": Topic.ELIGIBILITY,
    "canadian_citizens_need_a_permit": Topic.ELIGIBILITY,
    "age_counted_on": Topic.ELIGIBILITY,
    "student_required": Topic.ELIGIBILITY,
    "post_secondary_required": Topic.ELIGIBILITY,
    "refugee_travel_document_accepted": Topic.ELIGIBILITY,
    "admissibility_required": Topic.ELIGIBILITY,
    "participation_counted_when": Topic.PARTICIPATION,
    "participations_per_season": Topic.PARTICIPATION,
    "separate_allowance_per_citizenship": Topic.PARTICIPATION,
    "discontinuance_counted_from": Topic.PARTICIPATION,
    "one_employer": Topic.PERMIT,
    "passport_limits_permit": Topic.PERMIT,
    "offer_required": Topic.PLACEMENT,
    "placement_required_for_studies": Topic.PLACEMENT,
    "placement_in_field_of_study": Topic.PLACEMENT,
    "unpaid_placement_allowed": Topic.PLACEMENT,
    "one_location": Topic.PLACEMENT,
    "paid_job_required": Topic.PLACEMENT,
    "highest_teer": Topic.PLACEMENT,
    "highest_teer_with_diploma": Topic.PLACEMENT,
    "offer_number_required": Topic.EMPLOYER,
    "employer_compliance_fee": Topic.EMPLOYER,
    "days_to_answer_invitation": Topic.INVITATION,
    "days_to_apply": Topic.PROCESS,
    "days_to_give_biometrics": Topic.PROCESS,
    "entry_letter_months": Topic.PROCESS,
    "participation_fee": Topic.FEES,
    "biometrics_fee": Topic.FEES,
    "open_work_permit_fee": Topic.FEES,
    "insurance_required": Topic.INSURANCE,
    "insurance_extendable": Topic.INSURANCE,
    "minimum_funds": Topic.ARRIVAL,
    "more_funds_when_unpaid": Topic.ARRIVAL,
    "dependants_on_application": Topic.FAMILY,
    "recognized_organization_terms": Topic.ORGANIZATIONS,
}

# The page of the facts whose ids begin with the word; those of a country stand on its page.
PAGES = {
    "documents": f"{GUIDE}{Topic.DOCUMENTS}/",
    "organizations": f"{GUIDE}{Topic.ORGANIZATIONS}/",
    "seasons": SEASONS,
    "glossary": GLOSSARY,
}


def places(knowledge: Knowledge) -> dict[str, str]:
    """Return the address, below the root of a language, of the place where each fact is shown, by the fact's id.

    Raises KeyError where a fact belongs to no page.
    """
    return {fact: f"{_page(entry, knowledge)}#{fact}" for fact, entry in knowledge.index.items()}


def country_page(code: str) -> str:
    """Return the address of the page of a country, below the root of a language."""
    return f"countries/{code.lower()}/"


def topic_page(topic: Topic) -> str:
    """Return the address of the page that tells a topic of the guide, below the root of a language."""
    return TOLD_ON.get(topic, f"{GUIDE}{topic}/")


def _page(entry: Entry, knowledge: Knowledge) -> str:
    kind, *steps = entry.id.split(".")
    country = entry.country or _country_reached(entry, knowledge)
    if country is not None:
        return country_page(country)
    if kind == "programme":
        return topic_page(PROGRAMME[steps[0]])
    if kind == "guide":
        return topic_page(Topic(PurePosixPath(entry.file).stem))
    return PAGES[kind]


def _country_reached(entry: Entry, knowledge: Knowledge) -> str | None:
    """Return the country on whose page a territory is shown: that of its citizenship, else that of its residence."""
    kind, _, code = entry.id.partition(".")
    if kind != "places":
        return None
    place = knowledge.dataset.places[code]
    return place.citizenship_of or place.residence_in
