"""How a promise stands, and which of two standings is the worse."""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    KEPT = "kept", _("Kept")
    AT_RISK = "risk", _("At risk")
    NOT_KEPT = "broken", _("Not kept")
    UNMEASURED = "unmeasured", _("Not measured yet")


_BADNESS = (State.UNMEASURED, State.KEPT, State.AT_RISK, State.NOT_KEPT)


def worst(states: Iterable[State]) -> State:
    """Of several rooms' evidence the worst counts. Nothing measured says nothing against what was."""
    return max(states, key=_BADNESS.index, default=State.UNMEASURED)
