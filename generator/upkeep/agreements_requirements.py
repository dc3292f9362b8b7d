"""What the last cell of a row asks for: residence, a school in the country, fields of study, a document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.rules.kinds import Answer, DocumentKind, Field, School
from generator.upkeep.agreements_cells import says_nothing, strange
from generator.upkeep.place_names import PlaceNames
from generator.upkeep.plain import plain, vocabulary

_RESIDENT = re.compile(r"\b(residents?|resid(es?|ing)|lives?|living|résid(er?|ent|ents)|habite\w*)\b")
_SCHOOL = re.compile(
    r"\b(school|post-secondary institution|educational institution|institution|university|college"
    r"|établissement(?: d'enseignement)?(?: postsecondaire)?|école|université)\b"
    r"(?:\s+(?:located\s+|situé\s+)?(?:in|of|en|au|aux|à|de|du|d')\s*"
    r"(?P<place>.*?)(?=\bat the time\b|\band\b|\bau moment\b|\bet\b|[.;,(]|$))?"
)
_FIELDS = {
    Field.FORESTRY: r"forestry|foresterie",
    Field.AGRICULTURE: r"agriculture",
    Field.TOURISM: r"tourism|tourisme",
}
_FIELD = "|".join(_FIELDS.values())
_STUDIES = re.compile(rf"(?:student|étudiant)\w* (?:in|en) (?P<fields>(?:{_FIELD}|[, ]|or|and|et|ou|en)+)")
_SECTORS = re.compile(rf"work placement must be in (?P<fields>(?:{_FIELD}|[, ]|or|and)+)")
_GRADUATES = re.compile(r"\bor (?:\w+ ){0,2}graduated\b[^.;]*? (?:past|last|previous) (?P<months>\d+) months")
_COMPANY = re.compile(
    r"(?:a )?permanent(?:ly)? employ(?:ed|ee) (?:by|of) an? \w+ company(?:[^.;]*? (?:company|companies) in canada)?"
)
_TRAINING = re.compile(r"enrol?ment in a training centre(?: in \w+)? is also (?:acceptable|accepted|allowed)")
_DOCUMENTS = {
    DocumentKind.HONG_KONG_SAR: re.compile(r"hong kong (?:sar|special administrative region) passport"),
    DocumentKind.BRITISH_NATIONAL_OVERSEAS: re.compile(r"british national \(?overseas\)? passport"),
}
_HOLDING = re.compile(r"holding an? valid|holds? an? valid|\bor an? valid")
_KNOWN = vocabulary(
    "a also an and applicant applicants application apply applying as at au aux be been candidat candidate",
    "candidates ce cet cette citizen college currently d dans de demande demandeur demandeurs des doit doivent du",
    "during ecole educational elle elles en enrolled enseignement et etablissement etre etudiant etudiants exigence",
    "exigences faroe full greenland habitant habite habitual habituel i il ils in including inscrit inscrits",
    "institution islands it l la le legal les leur leurs live lives living moment must of ordinary par participant",
    "participants particuliere particulieres pays permanent person post postsecondaire pour precise precises",
    "presentation presenter qui registered reside resident residents resider residing sa school secondaire",
    "secondary ses son specifique student students submitted temps the their they time un une universite university",
    "when where who",
)
# A word that may turn the sense of a sentence: nothing of it counts as read then.
_TURNING = vocabulary("autre aucun either except if ne need neither ni no nor not or other ou pas sans sauf si unless")
_ALWAYS: Mapping[str, Any] = {"residence_required": Answer.NO, "school": School.ANYWHERE}


@dataclass(frozen=True, slots=True)
class Requirements:
    """What was read, by the name of the fact that it is compared with, and the words that were not understood."""

    values: Mapping[str, Any]
    rest: str = ""


def read_requirements(residence: str, permit: str, code: str | None, names: PlaceNames) -> Requirements:
    """Read the cell on residence, and what the cell on the kind of permit says of fields; empty where nothing is read.

    A school in another country than `code`, and any word that is not known, are handed back as not understood; where
    such a word may turn the sense, such as "unless", nothing of the cell counts as read.
    """
    words = plain(residence)
    values = dict(_ALWAYS)
    nothing = says_nothing(words)
    if nothing:
        words = words[nothing.end() :]
    words = _particular(words, plain(permit), values)
    rest = []
    if school := _SCHOOL.search(words):
        rest += _school(school, code, names, values)
    if _RESIDENT.search(words):
        values["residence_required"] = Answer.YES
    own = names.words_of(code) if code else set()
    rest.append(strange(words, _KNOWN | own))
    found = nothing or school or len(values) > len(_ALWAYS) or values["residence_required"] is Answer.YES
    left = " ".join(filter(None, rest))
    if not found or _TURNING & set(left.split()):
        return Requirements({}, residence)
    return Requirements(values, left)


def _school(school: re.Match[str], code: str | None, names: PlaceNames, values: dict[str, Any]) -> list[str]:
    place = school["place"] or ""
    if code and names.within(place) == {code}:
        values["school"] = School.IN_COUNTRY
        return []
    if place:
        del values["school"]
    return [school[0]] if place else []


def _particular(words: str, permit: str, values: dict[str, Any]) -> str:
    """Read what only few agreements ask for, and return the words without it."""
    if _COMPANY.search(words):
        values["intra_company_only"] = Answer.YES
    if _TRAINING.search(words):
        values["training_centre_accepted"] = Answer.YES
    if graduates := _GRADUATES.search(words):
        values["graduates_within_months"] = int(graduates["months"])
    if studies := _STUDIES.search(words):
        values["studies"] = _fields(studies["fields"])
    if sectors := _SECTORS.search(permit):
        values["sectors"] = _fields(sectors["fields"])
    documents = frozenset(kind for kind, pattern in _DOCUMENTS.items() if pattern.search(words))
    if documents:
        values["travel_documents"] = documents
        for pattern in (*_DOCUMENTS.values(), _HOLDING):
            words = pattern.sub(" ", words)
    for pattern in (_COMPANY, _TRAINING, _GRADUATES, _STUDIES):
        words = pattern.sub(" ", words)
    return words


def _fields(words: str) -> frozenset[Field]:
    return frozenset(field for field, pattern in _FIELDS.items() if re.search(pattern, words))
