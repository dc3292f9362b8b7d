"""Pictures made when the site is built: what each draws, laid out in numbers for a template, and told in a table."""

from generator.site.pictures.presenter import PicturesPresenter

__all__ = ["PicturesPresenter"]
