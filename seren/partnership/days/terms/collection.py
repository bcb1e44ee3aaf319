"""The words of the door: how somebody was known, how a release ended, what came of a word."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.audit.door import Event

WORD_CLOCK = "days.collect_word"


class KnownBy(TextChoices):
    """Step one. A password alone never releases a child to somebody unknown (P-14)."""

    FACE = "face", _("Known by face")
    REACHED = "reached", _("Not known: a parent was reached")


class ReachedBy(TextChoices):
    PHONE = "phone", _("By telephone, on the number we keep")
    HERE = "here", _("Face to face")


class Ended(TextChoices):
    """How what was written down of a release stopped being so."""

    UNDONE = "undone", _("Undone at once")
    CORRECTED = "corrected", _("Corrected")


class WordKind(TextChoices):
    WORD = "word", _("Something about who collects")
    UNFIT = "unfit", _("Not fit to collect")


class WordOutcome(TextChoices):
    """P-05: a word stops nobody. A paper does, or the safeguarding lead’s decision."""

    NOTHING = "nothing", _("Nothing changes")
    PAPER = "paper", _("There is a paper: it is recorded")
    DECIDED = "decided", _("The safeguarding lead has decided")


class CollectionEvent(Event):
    CHECKED = "days.checked", _("checked who came for the child")
    WRONG_PASSWORD = "days.wrong_password", _("took a wrong password at the door")
    UNLOCKED = "days.unlocked", _("looked at wrong passwords, and let the door go on")
    RELEASED = "days.released", _("handed the child over")
    RELEASE_UNDONE = "days.release_undone", _("took back that the child was handed over")
    RELEASE_CORRECTED = "days.release_corrected", _("corrected to whom the child was handed over")
    WORD_TOLD = "days.word_told", _("told something about who collects")
    TURNED_AWAY = "days.turned_away", _("did not hand the child to somebody who was not fit to collect")
    WORD_WEIGHED = "days.word_weighed", _("weighed what was told about who collects")
