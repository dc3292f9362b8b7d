"""One walk in Firefox and one in WebKit, for the many readers who use neither Chrome nor Edge."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.other_browsers import Driven, firefox, wait_for, webkit

ENTER = "\ue007"  # as WebDriver writes it
NO = 'input[name="dependants_on_application"][value="no"]'


@pytest.fixture(params=[firefox, webkit], ids=["firefox", "webkit"])
def driven(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Driven]:
    with request.param(tmp_path) as browser:
        yield browser


def found(selector: str) -> str:
    return f"document.querySelector({selector!r})"


def test_a_citizenship_is_typed_a_verdict_appears_and_a_country_page_answers_in_french(
    driven: Driven, site_address: str
) -> None:
    driven.open(f"{site_address}checker/")
    wait_for(driven, f"{found('form[data-enhanced]')} !== null")
    driven.value(f"{found('[data-path="citizenships"] [role=combobox]')}.focus()")
    driven.press(f"Germany{ENTER}")
    assert driven.value(f"{found('[name="citizenships.0"]')}.value") == "DE"
    wait_for(driven, f"{found('[data-status]')}.textContent.startsWith('Cannot be said yet: Germany')")
    assert driven.value(f"{found('.checker__verdict')}.textContent").startswith("Cannot be said yet")
    assert driven.value("document.documentElement.scrollWidth <= window.innerWidth")

    driven.open(f"{site_address}fr/countries/at/")
    assert "Combien de temps" in driven.value(f"{found('table.answers')}.textContent")
    driven.value(f"{found('[data-form-place]')}.scrollIntoView()")
    wait_for(driven, f"{found(NO)} !== null")
    driven.value(f"{found(NO)}.click()")
    wait_for(driven, f"{found('[data-status]')}.textContent.includes('Autriche')")
    assert driven.value(f"{found(NO)}.checked")
