"""What is kept of a benchmark: one line of JSON with its day, versions, machine and every sample."""

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
UNKNOWN = "unknown"


def facts() -> dict[str, Any]:
    """Return when and on what a benchmark runs."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _commit(),
        "machine": {
            "system": platform.platform(),
            "processor": _processor(),
            "cores": os.cpu_count(),
            "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
            "load": [round(load, 2) for load in os.getloadavg()],
        },
    }


def keep(result: dict[str, Any], history: Path) -> None:
    """Add a result as a line to the file `history`."""
    history.parent.mkdir(parents=True, exist_ok=True)
    with history.open("a", encoding="utf-8") as file:
        file.write(json.dumps(result, ensure_ascii=False) + "\n")


def newest(history: Path) -> dict[str, Any]:
    """Return the last result in the file `history`."""
    result: dict[str, Any] = json.loads(history.read_text(encoding="utf-8").splitlines()[-1])
    return result


def _commit() -> str:
    """Return the commit, with a mark where files differ from it."""
    try:
        made = subprocess.run(
            ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return UNKNOWN
    return made.stdout.strip()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or UNKNOWN
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or UNKNOWN
