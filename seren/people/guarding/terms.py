"""The words of guarding: how an alarm was settled, what leaves in bulk, how far a request has come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.audit.door import Event


class Outcome(TextChoices):
    """What a leader found when an alarm was looked at."""

    ENDED = "ended", _("Every sign-in of the account was ended.")
    RIGHT = "right", _("It was right.")


class Bulk(TextChoices):
    """What leaves in bulk. A new export is a new line here."""

    LETTERS = "letters", _("Joining letters")


class BulkState(TextChoices):
    """Worked out from what has happened, never kept."""

    ASKED = "asked", _("Waits for a second person")
    READY = "ready", _("May be fetched once")
    FETCHED = "fetched", _("Fetched")
    REFUSED = "refused", _("Refused")
    OVER = "over", _("The time to fetch it is over")


class GuardingEvent(Event):
    REACHED = "guarding.reached", _("was shown as many children as is right within the hour")
    WIDENED = "guarding.widened", _("showed again that it is them, and went on reading")
    ALARM = "guarding.alarm", _("went on past the measure, and was stopped")
    ENDED = "guarding.ended", _("ended every sign-in after an alarm")
    RIGHT = "guarding.right", _("found that an alarm was nothing")
    BULK_ASKED = "guarding.bulk_asked", _("asked to take out many families at once")
    BULK_AGREED = "guarding.bulk_agreed", _("agreed that many families are taken out at once")
    BULK_REFUSED = "guarding.bulk_refused", _("refused that many families are taken out at once")
    BULK_FETCHED = "guarding.bulk_fetched", _("took out many families at once")
