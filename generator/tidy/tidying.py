"""Put a file of facts in order: its keys, its manner of writing, its first line; never its values."""

from pathlib import Path

from generator.dataset.kinds import Kind, kind_of, modeline
from generator.dataset.located import Located, read_located
from generator.dataset.problems import DatasetError, Problem
from generator.dataset.reading import read_sound
from generator.dataset.shape import shape
from generator.tidy.comments import comments_in, take_out
from generator.tidy.writer import rewrite

MODELINE = "# yaml-language-server:"


def tidied(file: Path, folder: Path) -> str:
    """Return the text of a file of facts of `folder` as it should stand.

    Raises DatasetError where the file is none of facts, cannot be read, does not fit its shape, or would lose a
    comment or a value.
    """
    kind = kind_of(file, folder)
    if kind is None:
        raise DatasetError((Problem(str(file), 1, 1, "", f"this is no file of facts; name one below {folder}"),))
    located = read_sound(file)
    _, problems = shape(kind.model, located)
    if problems:
        raise DatasetError(tuple(sorted(problems)))
    return tidied_text(file.read_text(encoding="utf-8"), located, kind, modeline(file, folder, kind))


def tidied_text(text: str, located: Located, kind: Kind, opening: str) -> str:
    """Return `text`, which reads as `located`, in order; raises DatasetError where a comment or value would be lost."""
    bare, comments = take_out(text, located)
    written = rewrite(bare, kind.model)
    placed = comments.put_back(written, _read(written, located.file))
    lines = [line for line in placed.splitlines() if not line.startswith(MODELINE)]
    made = "\n".join([opening, *lines]) + "\n"
    if _read(made, located.file).value != located.value:
        raise _lost(located.file, "a value would change; write it plainly, on one line, in double quotes")
    if _remarks(made) != _remarks(text):
        raise _lost(located.file, "a comment beside a value would be lost; put it on a line of its own")
    return made


def _read(text: str, file: str) -> Located:
    located, problems = read_located(text, file)
    if problems:
        raise DatasetError(tuple(sorted(problems)))
    return located


def _remarks(text: str) -> list[str]:
    return [comment for comment in comments_in(text) if not comment.startswith(MODELINE)]


def _lost(file: str, what: str) -> DatasetError:
    return DatasetError((Problem(file, 1, 1, "", f"the file cannot be put in order: {what}"),))
