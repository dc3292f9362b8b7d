"""A value of a fact is shown with every part of it that is set."""

from datetime import date
from typing import Any

import pytest

from generator.dataset.guide import Statement
from generator.publish.values import shown
from generator.rules.country import AcceptedDocument, Ages, Legacy, Participations, Slot
from generator.rules.facts import Text
from generator.rules.kinds import Category, DocumentKind, LegacyGrant, Repeat
from generator.rules.programme import Asking

COOP, YOUNG, HOLIDAY = Category


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (12, "12"),
        (date(2026, 11, 22), "2026-11-22"),
        (Repeat.NOT_STATED, "not stated"),
        ((), "none"),
        ((HOLIDAY, COOP), "working holiday and international coop"),
        (Text(en="One", fr="Un"), "“One”"),
        (Statement(text=Text(en="{n} days", fr="{n} jours"), figures={"n": 3}), "“{n} days”"),
        (Ages(minimum=18, maximum=35), "18–35"),
        (
            Participations(
                total=2,
                repeat=Repeat.LIMITED,
                slots=(Slot(categories=(COOP, YOUNG), count=1), Slot(categories=(HOLIDAY,), count=2)),
                repeatable=(HOLIDAY,),
                cumulative_months=36,
                later_months=12,
            ),
            "total 2, repeat limited, slots (categories international coop and young professionals, count 1) and "
            "(categories working holiday, count 2), repeatable working holiday, cumulative months 36, later months 12",
        ),
        (
            Legacy(before_season=2015, grants=LegacyGrant.FINAL, at_most=1, months_at_most=12, months=6),
            "before season 2015, grants final, at most 1, months at most 12, months 6",
        ),
        (
            Asking(why=Text(en="It proves it.", fr="Il le prouve."), condition=Text(en="if asked", fr="sur demande")),
            "why “It proves it.”, condition “if asked”",
        ),
        (
            (
                AcceptedDocument(kind=DocumentKind.HONG_KONG_SAR),
                AcceptedDocument(kind=DocumentKind.BRITISH_NATIONAL_OVERSEAS, issuer="GB"),
            ),
            "kind hong kong sar and (kind british national overseas, issuer GB)",
        ),
    ],
)
def test_a_value_is_shown_in_a_few_words(value: Any, words: str) -> None:
    assert shown(value) == words


def test_only_words_that_are_longer_than_asked_are_cut() -> None:
    text = Text(en="x" * 61, fr="x")
    assert shown(text) == shown(text, 61) == f"“{'x' * 61}”"
    assert shown(text, 60) == f"“{'x' * 59}…”"
