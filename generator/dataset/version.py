"""A short name for the content of the dataset."""

import hashlib
import json

from generator.rules.model import Dataset
from generator.rules.record import to_plain


def version_of(dataset: Dataset) -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of the dataset as canonical JSON, its version left out."""
    plain = {key: part for key, part in to_plain(dataset).items() if key != "version"}
    canonical = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]
