"""The words of accounts: formats, hats, how somebody proved who they are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Format(TextChoices):
    """The format an adult wants things in (contract.md, CSV)."""

    PAGE = "page", _("On the page")
    CLEAR = "clear", _("Clear print")
    LARGE = "large", _("Large print")
    GIANT = "giant", _("Giant print")
    EASY = "easy", _("Easy read")
    TEXT = "text", _("Plain text")
    AUDIO = "audio", _("Read aloud")
    BRAILLE = "braille", _("Braille")
    PAPER = "paper", _("On paper")
    PHONE_CALL = "phone-call", _("A phone call")


class Hat(TextChoices):
    """What somebody is here as. One adult may have several; the last one used opens first."""

    FAMILY = "family", _("Family")
    ROOM = "room", _("Staff")
    DESK = "desk", _("Manager")
    COMMITTEE = "committee", _("Committee")


class Bound(TextChoices):
    """How a device came to be known as this adult's (trust.md 4.3)."""

    LETTER = "letter", _("the code in your letter")
    PASSKEY = "passkey", _("a passkey")
    SECOND_CHANNEL = "second-channel", _("a code to another of your addresses")
    FACE_TO_FACE = "face-to-face", _("staff who met you")
    LINK = "link", _("a link from the setting")
