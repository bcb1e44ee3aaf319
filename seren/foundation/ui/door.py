"""The door of ui: base classes of pages, forms, and the line told after an act."""

from seren.foundation.ui.forms import SerenForm
from seren.foundation.ui.notes import tell
from seren.foundation.ui.pages import Act, FormPage, Page, Seen, Sighting
from seren.foundation.ui.requests import Request, actor_of

__all__ = ["Act", "FormPage", "Page", "Request", "Seen", "SerenForm", "Sighting", "actor_of", "tell"]
