"""Write files whole: a file is replaced at once, and files of facts only after all of them were tried out together."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from generator.dataset import DatasetError, load_knowledge
from generator.tidy.tidying import tidied
from generator.upkeep.errors import UpkeepError

NOT_SOUND = "nothing was written: with this the facts would not be sound"


def write_sound(folder: Path, texts: Mapping[str, str], *, tidy: bool = False) -> None:
    """Write `texts`, each under its path below the folder of facts `folder`; with `tidy` they are put in order first.

    Raises UpkeepError, and leaves every file as it was, where the facts would not be sound or a file cannot be written.
    """
    with TemporaryDirectory() as work:
        trial = Path(work) / "data"
        shutil.copytree(folder, trial)
        for file, text in texts.items():
            (trial / file).parent.mkdir(exist_ok=True)
            (trial / file).write_bytes(text.encode())
        try:
            load_knowledge(trial)
            made = {file: tidied(trial / file, trial) if tidy else text for file, text in texts.items()}
        except DatasetError as error:
            lines = [str(problem).replace(str(trial), str(folder)) for problem in error.problems]
            raise UpkeepError([*lines, NOT_SOUND]) from error
    replace_files({folder / file: text.encode() for file, text in made.items()})


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Put `contents` in the place of the files; none is replaced before all of them are on the disk.

    Others see the old file or the new one, never a part. Raises UpkeepError where a file cannot be written.
    """
    with ExitStack() as stack:
        new: dict[Path, Path] = {}
        for path, content in contents.items():
            with _naming(path):
                new[path] = stack.enter_context(_beside(path, content))
        for path, written in new.items():
            with _naming(path):
                written.replace(path)


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """Write a new file in the folder of `path` and give its place; it is removed if it is still there at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        new = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            new.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            yield new
        finally:
            new.unlink(missing_ok=True)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Say of which file it is that writing failed."""
    try:
        yield
    except OSError as error:
        message = f"{path}: it cannot be written ({error.strerror}); make room or correct its permissions"
        raise UpkeepError([message]) from error
