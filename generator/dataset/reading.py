"""YAML files on disk: read with the places of their values, or refused with every problem."""

from pathlib import Path

from generator.dataset.located import Located, read_located
from generator.dataset.problems import DatasetError, Problem


def read_file(path: Path) -> tuple[Located, list[Problem]]:
    """Read one file; a file that cannot be read is a problem like any other, and its value is None."""
    name = str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return Located(name, None), [not_utf8(name, error)]
    except OSError as error:
        message = f"the file cannot be read ({error.strerror}); put it back or correct its permissions"
        return Located(name, None), [Problem(name, 1, 1, "", message)]
    if "\t" in text:  # editors and readers of YAML take tabs differently
        before = text[: text.index("\t")]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Located(name, None), [Problem(name, line, column, "", "a tab stands here; write spaces")]
    return read_located(text, name)


def not_utf8(name: str, error: UnicodeDecodeError) -> Problem:
    """Return the problem of a file in another encoding, at the first letter that is not UTF-8."""
    before = error.object[: error.start].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Problem(name, line, column, "", "the letter here is not UTF-8; save the file in UTF-8")


def read_sound(path: Path) -> Located:
    """Read one file; raises DatasetError with every problem of its writing."""
    located, problems = read_file(path)
    if problems:
        raise DatasetError(tuple(problems))
    return located
