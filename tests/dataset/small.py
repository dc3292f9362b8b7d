"""A small dataset for tests: eight countries, the files for all countries, and a little of the rest.

The files in `small/` are those of November 2026 and stay as they are: a corrected fact breaks no test of a check.
"""

import re
import shutil
from pathlib import Path

KEPT = Path(__file__).parent / "small"
COUNTRIES = ("AU", "DE", "DK", "GB", "HK", "IT", "KR", "NL")
EVIDENCE = """status: official
      sources:
        - {id: ircc-bilateral, quote: "No specific requirements", read_on: 2026-02-12}
      checked_on: 2026-11-22"""
READING = f"in_force: {{known_since: 2025-02-01, known_through: 2025-02-01}}\n      {EVIDENCE}"
OPEN = f"in_force: {{known_since: 2025-12-24}}\n      {EVIDENCE}\n      review_due: 2027-01-31"
FILES = {
    "guide/process.yml": f"""# yaml-language-server: $schema=../schema/guide.json
- id: answer-in-time
  categories: [international_coop, young_professionals, working_holiday]
  says:
    - value:
        text:
          en: "You have {{days}} days to answer, under paragraph 204(d)."
          fr: "Vous avez {{days}} jours pour répondre, selon l’alinéa 204d)."
        figures: {{days: 10}}
      {OPEN}
- id: ask-again
  categories: [international_coop]
  says:
    - value:
        text: {{en: "Ask again.", fr: "Redemandez."}}
      {OPEN}
""",
    "guide/fees.yml": f"""# yaml-language-server: $schema=../schema/guide.json
- id: pay-once
  categories: [international_coop]
  says:
    - value:
        text: {{en: "You pay once.", fr: "Vous payez une fois."}}
      {OPEN}
""",
    "pools/2025.yml": f"""# yaml-language-server: $schema=../schema/pools.json
- country: DE
  category: international_coop
  quota:
    - value: 400
      {READING}
- country: HK
  category: working_holiday
  quota:
    - value: unlimited
      {READING}
""",
    "organizations.yml": f"""# yaml-language-server: $schema=schema/organizations.json
- id: swap
  name: "SWAP Working Holidays"
  recognized:
    - value: yes
      {OPEN}
""",
    "glossary.yml": f"""# yaml-language-server: $schema=schema/glossary.json
- id: pool
  group: process
  name:
    - value: {{en: "Pool", fr: "Bassin"}}
      {OPEN}
""",
    "claims.yml": """# yaml-language-server: $schema=schema/claims.json
- id: everyone
  says: {en: "Everyone up to 35 may come.", fr: "Tout le monde peut venir jusqu’à 35 ans."}
  verdict: corrected
  answer: {en: "Citizens of {partners} countries may.", fr: "Les citoyens de {partners} pays le peuvent."}
  facts: [DE.international_coop.ages, guide.answer-in-time]
  countries: [DE, US]
""",
    "ageing.yml": """# yaml-language-server: $schema=schema/ageing.json
warn_before_days: 0
refuse_after_days: 365
""",
    "seasons.yml": f"""# yaml-language-server: $schema=schema/seasons.json
- year: 2025
  pools_opened:
    - value: 2024-12-09
      {OPEN}
  closed:
    - value: 2025-10-17
      {OPEN}
  notes:
    - id: late
      text:
        - value: {{en: "The pools opened late.", fr: "Les bassins ont ouvert tard."}}
          in_force: {{known_since: 2025-12-24}}
          status: unverified
          checked_on: 2026-11-22
          review_due: 2027-01-31
          note: {{en: "Heard of.", fr: "Par ouï-dire."}}
""",
}


def make_small(folder: Path, *more: str) -> None:
    """Write the small dataset, with the countries `more`, into `folder`; its registry holds the sources it names."""
    for name in ("countries", "guide", "pools"):
        (folder / name).mkdir(parents=True)
    for name in ("programme", "places", "documents", "codes"):
        shutil.copy(KEPT / f"{name}.yml", folder)
    for code in (*COUNTRIES, *more):
        shutil.copy(KEPT / "countries" / f"{code}.yml", folder / "countries")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    named = {name for file in folder.rglob("*.yml") for name in re.findall(r"\{id: ([\w-]+)", file.read_text("utf-8"))}
    opening, *sources = re.split(r"(?=^- id: )", (KEPT / "sources.yml").read_text("utf-8"), flags=re.MULTILINE)
    kept = [source for source in sources if source.split()[2] in named | {"gac-mexico", "pvtistes-coop"}]
    (folder / "sources.yml").write_text("".join((opening, *kept)), encoding="utf-8")
