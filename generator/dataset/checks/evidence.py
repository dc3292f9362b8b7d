"""A fact is never bare: it has a source, and says what is quoted from it."""

from collections.abc import Iterator

from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Fact, SourceReference, Status, Version

LONGEST_QUOTE = 15
OFFICIAL_TIER, SECONDARY_TIER = "official", "secondary"


def sources_given(files: Files) -> Iterator[Problem]:
    """Find facts without a source, other than unverified ones that explain themselves."""
    for file, path, fact in files.of(Fact):
        if fact.status is Status.UNVERIFIED and fact.note is None:
            message = "an unverified fact must say why; add `note:` with `en:` and `fr:`"
            yield file.located.problem(path, message)
        elif not fact.sources and fact.status is not Status.UNVERIFIED:
            message = "no source is given; add `sources:`, or make it `status: unverified` with a note"
            yield file.located.problem(path, message)


def sources_known(files: Files) -> Iterator[Problem]:
    """Find references to sources that are not in the registry."""
    if files.sources.content is None:
        return
    known = {source.id for source in files.sources.content}
    for file, path, reference in files.of(SourceReference):
        if reference.id not in known:
            message = f"there is no source `{reference.id}`; correct the id or add it to sources.yml"
            yield file.located.problem((*path, "id"), message)


def official_means_official(files: Files) -> Iterator[Problem]:
    """Find facts that call themselves official while none of their sources is."""
    if files.sources.content is None:
        return
    tiers = {source.id: source.tier for source in files.sources.content}
    for file, path, fact in files.of(Fact):
        named = [tiers.get(reference.id) for reference in fact.sources]
        if fact.status is Status.OFFICIAL and named and OFFICIAL_TIER not in named and None not in named:
            message = "none of the sources is official; write `status: secondary` or add an official source"
            yield file.located.problem((*path, "status"), message)


def quotes_short(files: Files) -> Iterator[Problem]:
    """Find quotes that are empty or longer than we may take."""
    for file, path, reference in files.of(SourceReference):
        if reference.quote is not None:
            count = len(reference.quote.split())
            if count > LONGEST_QUOTE:
                message = f"the quote has {count} words; shorten it to at most {LONGEST_QUOTE}"
                yield file.located.problem((*path, "quote"), message)
            elif count == 0:
                yield file.located.problem((*path, "quote"), "the quote is empty; fill it in or remove the key")


def versions_differ(files: Files) -> Iterator[Problem]:
    """Find other versions of a fact that say the same as the fact, or come from nowhere."""
    for file, path, fact in files.of(Fact):
        for index, version in enumerate(fact.versions):
            here = (*path, "versions", index)
            if version.value == fact.value:
                message = "this version has the same value as the fact; remove it or correct its value"
                yield file.located.problem((*here, "value"), message)
    for file, path, version in files.of(Version):
        if not version.sources:
            yield file.located.problem(path, "this version names no source; add `sources:`")


def registry_in_order(files: Files) -> Iterator[Problem]:
    """Find sources that stand twice, have an unknown tier or an address that is none."""
    seen: set[str] = set()
    for index, source in enumerate(files.sources.content or ()):
        problem = files.sources.located.problem
        if source.id in seen:
            yield problem((index, "id"), f"the id `{source.id}` stands twice; give each source its own")
        seen.add(source.id)
        if source.tier not in (OFFICIAL_TIER, SECONDARY_TIER):
            yield problem((index, "tier"), f"`{source.tier}` is not a tier; write official or secondary")
        for key, url in (("url", source.url), ("url_fr", source.url_fr)):
            if url is not None and not url.startswith(("https://", "http://")):
                yield problem((index, key), f"`{url}` is not a web address; begin it with https://")
