"""The checker one question at a time, by keyboard on a phone, as people go through it."""

from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations
from tests.browser.checker_page import START, CheckerPage, released

PHONE = 375
WASM = "**/pyodide.asm.wasm"

# What a student answers, as keys to press: texts are typed, names of keys are pressed.
YES, NO = ["Space"], ["ArrowDown"]
STUDENT = {
    "citizenships": ["allemande", "Enter"],
    "participations": NO,
    "passports": ["Tab", "Tab", "1 June 2032"],
    "arrives_on": ["1 May 2027"],
    "date_of_birth": ["14 mars 2003"],
    "studies.registered": YES,
    "studies.post_secondary": YES,
    "offer.required_for_studies": YES,
    "offer.related_to_field": YES,
    "offer.signed": YES,
    "offer.ends_on": ["2027-10-29"],
    "offer.one_employer": YES,
    "offer.employer_submitted": YES,
    "funds_cad": ["6000"],
    "insurance.kind": ["ArrowDown", "Tab", "31/12/2027"],
    "dependants_on_application": NO,
    "admissible": YES,
}
AT = """() => {
  const question = document.activeElement.closest(".checker__question");
  const outermost = question?.closest(".checker__rows") ?? question;
  return outermost?.dataset.path ?? "";
}"""
KEYS = {"Enter", "Space", "Tab", "ArrowDown", "ArrowUp"}


class Talk:
    """The conversation on a page, led with the keyboard alone."""

    def __init__(self, page: Page, checker: CheckerPage) -> None:
        self.page, self.checker = page, checker
        self.ended = page.locator("[data-ended]")
        self.unknown = self.ended.locator(":scope > ul > li")
        self.progress = page.locator("[data-progress]")
        self.summary = page.locator("[data-summary]")

    def begin(self) -> None:
        """Go to the first question, as the Tab key does."""
        self.checker.wait_for_fields()
        self.page.locator("[data-switch]").focus()
        self.page.keyboard.press("Tab")

    @property
    def at(self) -> str:
        """The question that the focus is on; that of the list, where it is within a row."""
        found: str = self.page.evaluate(f"({AT})()")
        return found

    def expect_at(self, path: str) -> None:
        question = self.page.locator(f'.checker__question[data-path="{path}"]')
        expect(question.locator(":focus")).to_have_count(1)

    def press(self, keys: list[str]) -> None:
        for key in keys:
            if key in KEYS:
                self.page.keyboard.press(key)
            else:
                self.page.keyboard.type(key)

    def answer(self, path: str, keys: list[str]) -> str:
        """Answer the question that the focus is on, and go on; return the question that the keys have led to before."""
        self.expect_at(path)
        self.press(keys)
        left = self.at
        self.press(["Enter"])
        return left

    def go_through(self, answers: dict[str, list[str]], until: str = "") -> list[str]:
        """Answer what is asked until the question `until`, or the end; return the paths in their order."""
        asked: list[str] = []
        behind = {""}
        while True:
            self.page.wait_for_function(
                f"behind => document.activeElement.matches('[data-ended]') || !behind.includes(({AT})())",
                arg=[*behind],
            )
            path = self.at
            if path in ("", until):
                return asked
            assert path in answers, (path, asked)
            behind |= {path, self.answer(path, answers[path])}
            asked.append(path)

    def press_button(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).focus()
        self.page.keyboard.press("Enter")

    def expect_no_violation(self) -> None:
        assert violations(self.page) == []
        assert self.page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_a_student_answers_before_python_is_there_corrects_a_date_and_is_found_eligible(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    held: list[Route] = []
    page.context.route(WASM, lambda route: held.append(route))
    checker.visit(f"{site_address}checker/", PHONE)
    talk = Talk(page, checker)
    talk.begin()
    early = {**STUDENT, "passports": ["Tab", "Tab", "03/04/2032"]}
    assert talk.go_through(early, until="date_of_birth") == ["citizenships", "participations", "passports"]
    expect(talk.progress).to_have_text("Answered: 3.")
    released(held, page)
    expect(checker.status).to_contain_text("Some answers need another look", timeout=START)
    expect(talk.summary.locator('[data-answer="passports"]')).to_contain_text("Germany, 03/04/2032 (to correct)")
    talk.answer("date_of_birth", STUDENT["date_of_birth"])

    talk.expect_at("passports")
    day = checker.question("passports.0.expires_on")
    expect(day.locator(".checker__problem")).to_contain_text("3 April 2032")
    expect(day.locator("input")).to_have_attribute("aria-invalid", "true")
    expect(day.locator("input")).to_be_focused()
    talk.expect_no_violation()
    page.keyboard.press("Control+A")
    page.keyboard.type("1 June 2032")
    expect(day.locator("[data-understood-as]")).to_have_text("Read as 1 June 2032")
    page.keyboard.press("Enter")

    asked = talk.go_through(STUDENT)
    assert asked[0] == "arrives_on"
    assert set(asked) >= {"studies.registered", "insurance.kind", "admissible"}
    expect(talk.ended).to_be_focused()
    expect(talk.ended).to_contain_text("you are eligible, and no condition is left open.")
    expect(talk.progress).to_contain_text("Nothing that counts is open any more.")
    expect(checker.verdicts.first).to_have_class("checker__verdict checker__verdict--eligible")
    talk.expect_no_violation()

    talk.summary.locator("summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Change How much money").focus()
    page.keyboard.press("Enter")
    talk.answer("funds_cad", ["100"])
    expect(talk.ended).to_contain_text("We can stop here: with these answers you are not eligible")
    expect(talk.summary.locator('[data-answer="date_of_birth"]')).to_contain_text("14 March 2003")


def test_what_is_not_known_comes_back_only_when_asked_for_and_nothing_is_lost_between_the_two_ways(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    checker.visit(f"{site_address}fr/checker/", PHONE)
    expect(checker.status).to_contain_text("Choisissez une citoyenneté", timeout=START)
    talk = Talk(page, checker)
    talk.begin()
    page.keyboard.press("Enter")
    first = checker.question("citizenships")
    expect(first.locator(":scope > .checker__problem")).to_contain_text("Il nous faut cette réponse")
    talk.expect_at("citizenships")
    page.keyboard.type("Atlantide")
    page.keyboard.press("Tab")
    expect(checker.question("citizenships.0").locator(".checker__problem")).to_contain_text(
        "Aucun pays ne porte ce nom"
    )
    page.get_by_role("combobox").first.focus()
    answers = {
        **STUDENT,
        "date_of_birth": ["31 février 2003"],
    }
    talk.go_through(answers, until="passports")

    talk.press_button("Je ne sais pas encore")
    talk.answer("date_of_birth", ["31 février 2003"])
    problem = checker.question("date_of_birth").locator(".checker__problem")
    expect(problem).to_contain_text("février")
    for wrong in ("14/03/03", "03/04/2003"):
        page.keyboard.press("Control+A")
        page.keyboard.type(wrong)
        page.keyboard.press("Enter")
        expect(problem).to_contain_text(wrong)
        talk.expect_at("date_of_birth")
    page.keyboard.press("Control+A")
    talk.answer("date_of_birth", ["14 mars 2003"])

    talk.expect_at("studies.registered")
    page.keyboard.type("np,.")  # by which the theme leaves for the next or the previous page
    talk.press_button("Retour")
    expect(checker.question("date_of_birth").locator("input")).to_have_value("14 mars 2003")
    talk.answer("date_of_birth", [])
    unknown = {**STUDENT, "funds_cad": ["6000"], "insurance.kind": ["ArrowDown", "Tab", "31 décembre 2027"]}
    talk.go_through({**unknown, "studies.registered": ["ArrowDown", "ArrowDown"]})
    expect(talk.ended).to_contain_text("Le verdict reste ouvert tant que vous ne connaissez pas ces réponses")
    expect(talk.unknown).to_have_count(2)
    talk.expect_no_violation()

    talk.ended.get_by_role("button", name="Répondre Êtes-vous inscrit comme étudiant").focus()
    page.keyboard.press("Enter")
    talk.answer("studies.registered", ["ArrowUp", "ArrowUp"])
    expect(talk.unknown).to_have_count(1)

    page.get_by_role("button", name="Afficher toutes les questions").click()
    expect(checker.question("citizenships.0").get_by_role("combobox")).to_have_value("Allemagne")
    expect(checker.question("date_of_birth").locator("input")).to_have_value("14 mars 2003")
    expect(checker.question("passports.0.issuer").locator("select")).to_have_value("")
    page.get_by_role("button", name="Poser une question à la fois").click()
    expect(talk.ended).to_be_focused()
    talk.ended.get_by_role("button", name="Répondre Quels passeports").focus()
    page.keyboard.press("Enter")
    talk.answer("passports", ["Tab", "Tab", "1er juin 2032"])
    expect(talk.ended).to_contain_text("vous êtes admissible")


def test_one_answer_that_rules_somebody_out_ends_the_questions(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    checker.visit(f"{site_address}checker/", PHONE)
    expect(checker.status).to_contain_text("Choose a citizenship", timeout=START)
    talk = Talk(page, checker)
    talk.begin()
    talk.answer("citizenships", ["Japan", "Enter"])
    expect(talk.ended).to_be_focused()
    expect(talk.ended).to_contain_text("We can stop here")
    page.get_by_role("button", name="Clear all answers").focus()
    page.keyboard.press("Enter")
    talk.expect_at("citizenships")
    expect(checker.question("citizenships.0").get_by_role("combobox")).to_have_value("")
    expect(talk.ended).to_be_hidden()


def test_a_question_that_the_rules_turn_out_not_to_need_makes_way_when_they_come(
    page: Page, checker: CheckerPage, site_address: str
) -> None:
    held: list[Route] = []
    page.context.route(WASM, lambda route: held.append(route))
    checker.visit(f"{site_address}checker/", PHONE)
    talk = Talk(page, checker)
    talk.begin()
    talk.answer("citizenships", ["United States", "Enter"])
    talk.expect_at("participations")
    released(held, page)
    expect(checker.question("recognized_organization")).to_be_visible(timeout=START)
    expect(checker.question("participations")).to_be_hidden()
    talk.expect_at("recognized_organization")


def test_a_country_page_can_ask_one_question_at_a_time_too(page: Page, checker: CheckerPage, site_address: str) -> None:
    checker.visit(f"{site_address}countries/se/", PHONE)
    page.get_by_role("button", name="Ask me one question at a time").click()
    expect(checker.status).to_contain_text("Sweden", timeout=START)
    talk = Talk(page, checker)
    talk.answer("participations", YES)
    problem = checker.question("participations").locator("[data-list] .checker__problem:visible").first
    expect(problem).to_contain_text("We need this answer")
    expect(checker.question("participations.0.citizenship").locator("select")).to_have_value("SE")
    talk.expect_at("participations")
