"""Every point of the guide stands once on the pages of each language: with its topic, or called by its id."""

from collections import Counter
from collections.abc import Iterator

from generator.dataset.problems import Problem
from generator.lint.subject import LANGUAGES, NAMES, Subject


def points_shown(subject: Subject) -> Iterator[Problem]:
    """Find the points that stand nowhere in one of the languages, or more than once."""
    for lang in LANGUAGES:
        topics, points = _called(subject, lang, "topic"), _called(subject, lang, "points")
        for topic, file in subject.files.guide.items():
            for index, point in enumerate(file.content or ()):
                shown = topics[topic] + points[point.id]
                calls = f"`points('{point.id}')` or `topic('{topic}')`"
                if shown == 0:
                    message = f"no page shows this point in {NAMES[lang]}; write {calls} in a page"
                    yield file.located.problem((index,), message)
                elif shown > 1:
                    message = f"pages show this point {shown} times in {NAMES[lang]}; keep one of {calls}"
                    yield file.located.problem((index,), message)


def _called(subject: Subject, lang: str, name: str) -> Counter[str]:
    calls = (call for page in subject.shown_in(lang) for call in page.calls if call.name == name)
    return Counter(word for call in calls for word in call.words)
