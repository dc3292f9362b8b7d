"""A small project for tests: the small dataset, a few words and two pages in each language."""

from pathlib import Path

from generator.dataset.kinds import fact_files
from generator.tidy.commands import changes
from tests.dataset.small import make_small

PAGES = """
{{ guide.topic('process') }} {{ guide.points("pay-once") }}
{{ programme('minimum_funds', 'entry_letter_months') }} {{ official('ircc-fees', 'IRCC') }}
{{ fact_list(guide.documents()) }} {{ organization_list(guide.organizations()) }}
{% for group, terms in guide.terms().items() %}{{ group }}{% endfor %}
{% for table in seasons.quotas() %}{{ table }}{% endfor %}
{% for shown in claims.claims() %}{{ shown }}{% endfor %}
{% for season in seasons.seasons() if season.facts -%}
### {{ season.name }} {#season-{{ season.year }}}
{% endfor %}
"""
FILES = {
    "data/words/en.yml": 'first_day: "{day} {month}"\ndays: {one: "one day", other: "{n} days"}\nmonths: [May, June]\n',
    "data/words/fr.yml": 'first_day: "1er {month}"\ndays: {one: "{n} jour", other: "{n} jours"}\nmonths: [mai, juin]\n',
    "data/words/ui/form.yml": "heading: {en: Your answers, fr: Vos réponses}\n",
    "data/questions.yml": '- id: you\n  title: {en: "You {number}", fr: "Vous {number}"}\n',
    "content/en/phrases.yml": 'home: "Home"\nfee: "You pay {money}."\n',
    "content/fr/phrases.yml": 'home: "Accueil"\nfee: "Vous payez {money}."\nregistry: {"Of 2024": "De 2024"}\n',
    "content/en/index.md": f"""---
title: Home
---
# Home

## Costs {{#costs .wide}}

1. You pay under code C21 and paragraph 204(d) (SOR/2024-240); see [the list](https://example.org/2026#fee-1).
2. Write `2026-11-22`.

<p class="h2" data-n="3">So be it.</p>
{PAGES}
```yaml
## 12 months
```
""",
    "content/fr/index.md": f"""---
title: Accueil
---
# Accueil

## Coûts {{#costs}}

1. Vous payez selon le code C21 et l’alinéa 204d) (DORS/2024-240)\u00a0; voyez [la liste](https://example.org/2026#fee-1).
2. Écrivez `2026-11-22`.

<p class="h2" data-n="3">«\u00a0Soit\u00a0», dit-on.</p>
{PAGES}
```yaml
## 12 mois
```
""",
    "content/en/more/rules.md": "# Rules\n",
    "content/fr/more/rules.md": "# Règles\n",
}


def make_project(folder: Path) -> None:
    """Write the small project into `folder`, every file of facts in order."""
    make_small(folder / "data")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    changed, problems = changes(tuple(fact_files(folder / "data")), folder / "data")
    assert problems == []
    for file, text in changed.items():
        file.write_text(text, encoding="utf-8")
