"""Lets a search without accents find words that have them."""

import json
import re
import unicodedata
from pathlib import Path

_WORD = re.compile(r"\w+")


def fold_search_index(index: Path) -> None:
    """Append to every entry of a search index its accented words without their accents."""
    content = json.loads(index.read_text(encoding="utf-8"))
    for entry in content["docs"]:
        words = dict.fromkeys(_WORD.findall(f"{entry['title']} {entry['text']}"))
        folded = [plain for word in words if (plain := without_accents(word)) != word]
        if folded:
            entry["text"] += f" {' '.join(folded)}"
    index.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def without_accents(word: str) -> str:
    """Return `word` with every accented letter replaced by its plain one."""
    return "".join(part for part in unicodedata.normalize("NFD", word) if not unicodedata.combining(part))
