"""Notices what changes on disk while the site is served."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

QUIET = 0.3  # seconds without a change after which a change is over: editors write in several steps
_CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


@contextmanager
def watching(places: Iterable[Path], changed: Callable[[list[Path]], object]) -> Iterator[None]:
    """Call `changed` with the files below `places` that changed, sorted, each time they have; one call after the other.

    What changes during a call is told by the next one. Hidden files and those that Python or an editor leave behind
    do not count.
    """
    queue: SimpleQueue[Path | None] = SimpleQueue()
    observer = Observer()
    for place in places:
        observer.schedule(_Noting(place, queue), str(place), recursive=True, event_filter=_CHANGES)
    caller = Thread(target=_call, args=(queue, changed), daemon=True)
    observer.start()
    caller.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()
        queue.put(None)
        caller.join()


class _Noting(FileSystemEventHandler):
    def __init__(self, place: Path, queue: SimpleQueue[Path | None]) -> None:
        self.place, self.queue = place, queue

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in (Path(str(name)) for name in (event.src_path, event.dest_path) if name):
            parts = path.relative_to(self.place).parts if path.is_relative_to(self.place) else (".",)
            if not any(part.startswith((".", "__pycache__")) or part.endswith("~") for part in parts):
                self.queue.put(path)


def _call(queue: SimpleQueue[Path | None], changed: Callable[[list[Path]], object]) -> None:
    while (path := queue.get()) is not None:
        paths = {path}
        while (further := _soon(queue)) is not None:
            paths.add(further)
        changed(sorted(paths))


def _soon(queue: SimpleQueue[Path | None]) -> Path | None:
    try:
        path = queue.get(timeout=QUIET)
    except Empty:
        return None
    if path is None:
        queue.put(None)  # the end is for the one who waits longer
    return path
