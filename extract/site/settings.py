"""What whoever serves the site may set, in the metadata under `plugins`, `council-reports`.

"plugins": {"council-reports": {"hide_contacts": true, "robots": "none"}}
"""

from __future__ import annotations

from enum import StrEnum

from datasette.app import Datasette
from pydantic import BaseModel, ConfigDict, model_validator

#: The plugin's name, as Datasette and the metadata have it.
PLUGIN = "council-reports"


class Robots(StrEnum):
    """What search engines are asked to do."""

    ALLOW = "allow"
    """Take up the pages for people, and leave Datasette's tables, which have no end, alone."""
    NONE = "none"
    """Take up nothing."""


class Settings(BaseModel):
    """The settings of a site; an unknown one stops it at once, with its name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    hide_contacts: bool = False
    """Keep officers' e-mail addresses and telephone numbers from every page and export."""
    robots: Robots = Robots.ALLOW

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: object) -> object:
        """A setting that is taken from an unset environment variable has its default."""
        if isinstance(given, dict):
            return {name: value for name, value in given.items() if value not in (None, "")}
        return given


def settings_of(datasette: Datasette) -> Settings:
    """The settings of a running site.

    Raises:
        pydantic.ValidationError: for one that does not exist, or a value that it can't have.
    """
    return Settings.model_validate(datasette.plugin_config(PLUGIN) or {})
