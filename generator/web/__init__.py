"""The bridge to the page: one JSON request in, one JSON answer out. Standard library only.

A request names its task, and each task has a module of its own here, which is loaded when it is first asked for.
"""

import json
from importlib import import_module
from typing import Any

from generator.explain import told_problems
from generator.rules import Dataset, DocumentError, from_plain
from generator.web.desk import Desk


class Checker:
    """Answers requests of the page from one staged dataset.

    `staged` is the text of the staged JSON: {"dataset": the plain dataset, "words": {"en": …, "fr": …}}.
    """

    def __init__(self, staged: str) -> None:
        loaded = json.loads(staged)
        self.dataset = from_plain(Dataset, loaded["dataset"])
        self.words: dict[str, Any] = loaded["words"]

    def answer(self, request: str) -> str:
        """Answer {"task": …, "lang": "en"|"fr", "today": ISO day, …} with what the task makes of it.

        The other keys of the request, and what is answered, are those of the task's module; a document that cannot be
        assessed is answered with {"problems": [{"path", "code", "message"}]}.
        """
        asked = json.loads(request)
        lang = asked["lang"]
        desk = Desk(dataset=self.dataset, words=self.words[lang], lang=lang, spoken=self.words)
        try:
            made = import_module(f"generator.web.{asked['task']}").answer(asked, desk)
        except DocumentError as error:
            made = {"problems": told_problems(error, desk.dataset, desk.words, lang)}
        return json.dumps(made, ensure_ascii=False)
