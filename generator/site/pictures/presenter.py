"""The pictures of one language on one day."""

from collections.abc import Sequence

from generator.publish.changes import Change, changes
from generator.site.country import CountryShown
from generator.site.naming import Naming
from generator.site.pictures.bars import Bars, bars, lengths_of
from generator.site.pictures.timeline import Timeline, timeline
from generator.site.pictures.world import MapView, map_views


class PicturesPresenter:
    """Prepares each picture with the words that tell the same."""

    def __init__(self, naming: Naming, countries: Sequence[CountryShown]) -> None:
        self.naming, self.countries, self.language = naming, countries, naming.language
        self.as_of = naming.presenter.as_of

    def months(self) -> Bars:
        """Return the longest permits of the countries that offer International Co-op."""
        of = self.naming.knowledge.dataset.countries
        return bars(lengths_of(of[shown.code], shown, self.as_of) for shown in self.countries if shown.coop.is_offered)

    def map(self) -> tuple[MapView, ...]:
        """Return the views of the map of where International Co-op is offered."""
        return map_views(self.countries)

    def changes(self) -> Timeline:
        """Return the line of time of all recorded changes."""
        names: dict[str | None, str] = {None: self.language.say("nav.changes_programme")}
        names |= {country.code: country.name for country in self.countries}
        return timeline(changes(self.naming.knowledge), names, self.as_of)

    def about(self, change: Change) -> str:
        """Say what a change is about."""
        return self.naming.about(change.id)

    def listed(self, names: Sequence[str]) -> str:
        """Join names with commas and "and"."""
        return self.language.all_of(names)
