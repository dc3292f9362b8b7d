"""The bridge to the page: one JSON request in, one JSON answer out. Standard library only."""

import json
from datetime import date
from typing import Any

from generator.explain import explain, told_problems
from generator.rules import Dataset, DocumentError, assess, from_plain


class Checker:
    """Answers requests of the page from one staged dataset.

    `staged` is the text of the staged JSON: {"dataset": the plain dataset, "words": {"en": …, "fr": …}}.
    """

    def __init__(self, staged: str) -> None:
        loaded = json.loads(staged)
        self.dataset = from_plain(Dataset, loaded["dataset"])
        self.words: dict[str, Any] = loaded["words"]

    def answer(self, request: str) -> str:
        """Answer {"document": …, "lang": "en"|"fr", "today": ISO day} with an assessment or the document's problems."""
        asked = json.loads(request)
        lang = asked["lang"]
        words = self.words[lang]
        try:
            assessment = assess(asked["document"], self.dataset, date.fromisoformat(asked["today"]))
        except DocumentError as error:
            return json.dumps({"problems": told_problems(error, self.dataset, words, lang)}, ensure_ascii=False)
        return json.dumps({"assessment": explain(assessment, self.dataset, words, lang)}, ensure_ascii=False)
