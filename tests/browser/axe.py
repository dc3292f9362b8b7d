"""What axe-core finds on an open page, in light and in dark colours."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Colours fade from one scheme into the other: what has begun to move by the next frame is brought to its end, and what
# then begins to follow it, too. It is not waited for: out of sight, in the menu of a phone for instance, a fade may
# never be told to have ended.
FADED = """async (scheme) => {
  document.body.dataset.mdColorScheme = scheme;
  for (let following = 0; following < 5; following += 1) {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const moving = document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime < Infinity);
    for (const each of moving) each.finish();
  }
}"""
# What lies under a bar that stays in sight is reached by scrolling, which axe does not do.
LAID_DOWN = """() => {
  for (const bar of document.querySelectorAll("[data-bar], .md-header")) bar.style.position = "static";
}"""

type Finding = tuple[str, list[str]]


def violations(page: Page) -> list[Finding]:
    """Return the rules that are broken, each with the beginnings of the elements that break it.

    Everything is looked for in light colours; in dark ones, which change nothing else, the contrast.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(LAID_DOWN)
    page.evaluate(FADED, "default")
    found = _found(page, {"type": "tag", "values": STANDARD})
    page.evaluate(FADED, "slate")
    found += _found(page, {"type": "rule", "values": ["color-contrast"]})
    page.evaluate(FADED, "default")
    return found


def _found(page: Page, rules: dict[str, Any]) -> list[Finding]:
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    broken = page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
    return [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in broken]
