"""All checks that need more than the facts, in the order in which they are listed."""

from generator.dataset.checks.check import Check
from generator.lint import (
    calls_alike,
    facts_used,
    files_known,
    french_prose,
    future_days,
    headings_alike,
    key_order,
    page_names,
    pages_alike,
    phrases_alike,
    questions_bilingual,
    quote_agrees,
    review_due,
    schema_named,
    sources_used,
    typed_numbers,
    words_alike,
)
from generator.lint.subject import Subject

LINTERS: tuple[Check[Subject], ...] = (
    files_known.CHECK,
    schema_named.CHECK,
    key_order.CHECK,
    sources_used.CHECK,
    facts_used.CHECK,
    quote_agrees.CHECK,
    future_days.CHECK,
    review_due.WARNING,
    review_due.ERROR,
    words_alike.CHECK,
    questions_bilingual.CHECK,
    phrases_alike.CHECK,
    pages_alike.CHECK,
    headings_alike.CHECK,
    calls_alike.CHECK,
    page_names.CHECK,
    typed_numbers.CHECK,
    french_prose.CHECK,
)
