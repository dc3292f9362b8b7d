"""The checker of an open page as a person uses it: answer questions, read the result."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from time import monotonic
from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

START = 60_000  # Python has to start; on a busy machine that takes its time
NOT_ASKED = ("reference",)


class CheckerPage:
    """One page with the checker on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.status = page.locator("[data-status]")
        self.result = page.locator("[data-result]")
        self.next = page.locator("[data-next]")

    def visit(self, address: str, width: int = 1280) -> None:
        """Open a page that has the checker on it, and go near it: on the page of a country it then comes."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.goto(address)
        place = self.page.locator("[data-form-place]")
        if place.count():
            place.evaluate("place => place.scrollIntoView()")
            self.page.locator("[data-checker]").wait_for(state="attached")

    def question(self, path: str) -> Locator:
        return self.page.locator(f'.checker__question[data-path="{path}"]')

    def all_at_once(self) -> None:
        """Show all questions, whichever way the page asks them."""
        self.wait_for_fields()
        if self.page.locator("[data-way]").get_attribute("data-way") == "steps":
            self.page.locator("[data-switch]").click()

    def wait_for_fields(self) -> None:
        """Wait until the lists of countries have become fields to type into."""
        enhanced = self.page.locator("form[data-enhanced]")
        if enhanced.count() == 0:
            # They wait for the form to be in sight.
            self.page.locator("#checker-heading").evaluate("heading => heading.scrollIntoView()")
            enhanced.wait_for(state="attached")

    def open_groups(self) -> None:
        self.all_at_once()
        closed = self.page.locator(".checker__group:not([open]) > summary")
        while closed.count():
            closed.first.click()

    def fill(self, applicant: Mapping[str, Any]) -> None:
        """Answer what the applicant's document says, in the order of the form, leaving out what is not asked."""
        self.open_groups()
        for path, value in sorted(_answers(applicant), key=lambda answer: answer[0] != "citizenships"):
            if path not in NOT_ASKED:
                self.answer(path, value)

    def answer(self, path: str, value: Any) -> None:
        """Answer one question; a question that is not asked of this person stays as it is."""
        if isinstance(value, list):
            self._answer_rows(path, value)
            return
        question = self.question(path)
        if not question.is_visible():
            return
        kind = question.get_attribute("data-kind")
        if kind == "yes_no":
            self._choose(question, path, value)
        elif kind == "country":
            self.wait_for_fields()
            question.get_by_role("combobox").fill(value)
            question.get_by_role("combobox").press("Enter")
            expect(question.locator("select")).to_have_value(value)
        elif kind == "choice":
            question.locator("select").select_option(str(value))
        else:
            field = question.locator("input")
            field.fill(_local(value) if kind == "instant" else str(value))
            if kind != "instant":
                field.blur()

    def _answer_rows(self, path: str, items: list[Any]) -> None:
        question = self.question(path)
        gate = question.locator(":scope > .checker__radios input")
        if gate.count():
            gate.and_(self.page.locator(f'[value="{"yes" if items else "no"}"]')).check()
        for index, item in enumerate(items):
            if index:
                question.locator("[data-add]").click()
            inner = item if isinstance(item, dict) else {"": item}
            for name, value in inner.items():
                self.answer(f"{path}.{index}{'.' if name else ''}{name}", value)

    def _choose(self, question: Locator, path: str, value: bool) -> None:
        answer = {True: "yes", False: "no"}[value]
        question.locator(f'input[name="{path}"][value="{answer}"]').check()

    def expect_verdict(self, verdict: str) -> None:
        """Wait until the first route has this verdict: eligible, undetermined or ineligible."""
        expect(self.result.locator(f".checker__route .checker__verdict--{verdict}").first).to_be_visible(timeout=START)
        self.settle()
        expect(self.verdicts.first).to_have_class(f"checker__verdict checker__verdict--{verdict}")

    def settle(self) -> None:
        """Wait until the result belongs to the answers as they are now."""
        expect(self.result).to_have_attribute("aria-busy", "false", timeout=START)

    @property
    def verdicts(self) -> Locator:
        return self.result.locator(".checker__verdict")

    @property
    def routes(self) -> list[Locator]:
        return self.result.locator(".checker__route").all()

    def part(self, name: str) -> Locator:
        """Return a part of the first route by its name: fix, excluded, needed, permit, alternatives and so on."""
        return self.result.locator(f".checker__part--{name}").first

    def reasons(self, route: Locator, outcome: str) -> set[str]:
        """Return the reason codes of the criteria of a route with an outcome."""
        found = route.locator(f".checker__outcome--{outcome}").all()
        return {reason for criterion in found if (reason := criterion.get_attribute("data-reason"))}


def released(held: list[Route], page: Page) -> None:
    """Wait until a request is held back, and let it go."""
    end = monotonic() + START / 1000
    while not held:
        assert monotonic() < end, "nothing was asked for that could be held back"
        page.wait_for_timeout(50)
    held[0].continue_()


def _answers(document: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in document.items():
        if isinstance(value, dict):
            yield from _answers(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _local(instant: str) -> str:
    """Return a UTC instant as the control for local time takes it; the tests' browser lives in UTC."""
    return datetime.fromisoformat(instant).strftime("%Y-%m-%dT%H:%M:%S")
