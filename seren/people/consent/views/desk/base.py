"""What the views share: the desk of this request, and the way back."""

from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from seren.foundation.access.door import Actor, NotThere
from seren.people.consent.models import Asked
from seren.people.provision.queries.desk import Desk, desk_of, wished_setting


class AtDesk:
    """Mixed into views: the desk is asked of each request, for roles end while pages are open."""

    request: Any

    def desk(self, actor: Actor) -> Desk:
        return desk_of(actor, wished_setting(self.request))

    def desk_to_run(self, actor: Actor) -> Desk:
        """Raises NotThere where this actor may look, not act."""
        desk = self.desk(actor)
        if not desk.runs:
            raise NotThere("may look, not act")
        return desk


def here(child: UUID) -> str:
    return f"/desk/children/{child}/permissions/"


def in_words_of(asked: Asked) -> dict[str, str]:
    """The words a family reads, in the language of whoever works here where it was asked in it."""
    language = get_language() or "en"
    return asked.shown_in(language if language in asked.words else "en")
