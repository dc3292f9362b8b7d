"""YAML files on disk: read with the places of their values, or refused with every problem."""

from pathlib import Path

from generator.dataset.located import Located, read_located
from generator.dataset.problems import DatasetError, Problem


def read_file(path: Path) -> tuple[Located, list[Problem]]:
    """Read one file; a file that cannot be read is a problem like any other, and its value is None."""
    name = str(path)
    try:
        return read_located(path.read_text(encoding="utf-8"), name)
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not UTF-8; save the file in UTF-8"
    except OSError as error:
        message = f"the file cannot be read ({error.strerror}); put it back or correct its permissions"
    return Located(name, None), [Problem(name, 1, 1, "", message)]


def read_sound(path: Path) -> Located:
    """Read one file; raises DatasetError with every problem of its writing."""
    located, problems = read_file(path)
    if problems:
        raise DatasetError(tuple(problems))
    return located
