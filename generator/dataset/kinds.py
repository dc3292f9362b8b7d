"""The kinds of files of facts: where they lie, and what each is read into."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator.dataset.guide import Ageing, Claim, Organization, Point, Pool, SeasonRecord, Term
from generator.rules.country import Country
from generator.rules.model import Source
from generator.rules.programme import Place, Programme, RequiredDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file: its name, the pattern of its paths below the folder of facts, what it holds, in a sentence."""

    name: str
    pattern: str
    model: Any
    sentence: str

    @property
    def schema(self) -> PurePosixPath:
        """Return the path of its schema below the folder of facts."""
        return PurePosixPath("schema") / f"{self.name}.json"


KINDS = (
    Kind(
        name="country",
        pattern="countries/*.yml",
        model=Country,
        sentence="A jurisdiction, and what its agreement with Canada says of each category.",
    ),
    Kind(name="programme", pattern="programme.yml", model=Programme, sentence="What holds for every applicant."),
    Kind(
        name="places",
        pattern="places.yml",
        model=tuple[Place, ...],
        sentence="Territories that the agreement of another country reaches.",
    ),
    Kind(
        name="seasons", pattern="seasons.yml", model=tuple[SeasonRecord, ...], sentence="The seasons, by their years."
    ),
    Kind(
        name="documents",
        pattern="documents.yml",
        model=tuple[RequiredDocument, ...],
        sentence="The documents to gather.",
    ),
    Kind(
        name="guide",
        pattern="guide/*.yml",
        model=tuple[Point, ...],
        sentence="What readers should know of one topic, point by point. The file is named after the topic.",
    ),
    Kind(
        name="pools",
        pattern="pools/*.yml",
        model=tuple[Pool, ...],
        sentence="The pools of one season. The file is named after its year.",
    ),
    Kind(
        name="organizations",
        pattern="organizations.yml",
        model=tuple[Organization, ...],
        sentence="Bodies that are named as recognized organizations.",
    ),
    Kind(
        name="glossary",
        pattern="glossary.yml",
        model=tuple[Term, ...],
        sentence="The official terms in both languages.",
    ),
    Kind(
        name="claims",
        pattern="claims.yml",
        model=tuple[Claim, ...],
        sentence="Claims that readers meet elsewhere, and what becomes of them.",
    ),
    Kind(name="ageing", pattern="ageing.yml", model=Ageing, sentence="How long a fact may go unchecked."),
    Kind(
        name="sources",
        pattern="sources.yml",
        model=tuple[Source, ...],
        sentence="The registry of pages and texts that facts rest on.",
    ),
    Kind(name="codes", pattern="codes.yml", model=tuple[str, ...], sentence="The country codes of ISO 3166-1 alpha-2."),
)


def kind_of(file: Path | str, folder: Path) -> Kind | None:
    """Return the kind of a file of the folder of facts, None where it is no file of facts."""
    try:
        below = PurePosixPath(Path(file).resolve().relative_to(folder.resolve()).as_posix())
    except ValueError:
        return None
    return next(
        (kind for kind in KINDS if below.match(kind.pattern) and below.parent == PurePosixPath(kind.pattern).parent),
        None,
    )


def fact_files(folder: Path) -> list[Path]:
    """Return the files of facts in a folder, kind by kind."""
    return [file for kind in KINDS for file in sorted(folder.glob(kind.pattern))]


def modeline(file: Path, folder: Path, kind: Kind) -> str:
    """Return the first line of a file of facts, by which editors find its schema."""
    up = "../" * (len(file.resolve().relative_to(folder.resolve()).parts) - 1)
    return f"# yaml-language-server: $schema={up}{kind.schema}"
