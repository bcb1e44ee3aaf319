"""The words of accounts: formats, hats, how somebody proved who they are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.audit.door import Event


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


# These open other people's lives, so a second factor comes before the first read (trust.md 4.3).
STRONG_HATS = frozenset({Hat.ROOM, Hat.DESK, Hat.COMMITTEE})


class Bound(TextChoices):
    """How a device came to be known as this adult's (trust.md 4.3)."""

    LETTER = "letter", _("the code in your letter")
    PASSKEY = "passkey", _("a passkey")
    SECOND_CHANNEL = "second-channel", _("a code to another of your addresses")
    SECOND_FACTOR = "second-factor", _("your authenticator app or a recovery code")
    FACE_TO_FACE = "face-to-face", _("staff who met you")
    LINK = "link", _("a link from the setting")


class Channel(TextChoices):
    """How an adult wants news to come, as chosen when they joined."""

    EMAIL = "email", _("By e-mail")
    PHONE = "phone", _("By phone")
    PAPER = "paper", _("On paper")


class Shown(TextChoices):
    """How somebody who joins showed that the letter is theirs."""

    ADDRESS = "address", _("a code to the e-mail we hold")
    FACE_TO_FACE = "face-to-face", _("staff who met you")


class AccountsEvent(Event):
    PERSON_ADDED = "accounts.person_added", _("added an adult")
    PERSON_CORRECTED = "accounts.person_corrected", _("corrected what is known of an adult")
    INVITED = "accounts.invited", _("made a joining letter")
    JOINED = "accounts.joined", _("joined")
    JOINED_ON_PAPER = "accounts.joined_on_paper", _("chose paper only")
    MET = "accounts.met", _("met an adult face to face")
    DEVICE_BOUND = "accounts.device_bound", _("began to use a device")
    DEVICE_ENDED = "accounts.device_ended", _("stopped a device")
    SIGNED_IN = "accounts.signed_in", _("signed in")
    SESSIONS_ENDED = "accounts.sessions_ended", _("ended sign-ins")
    LINK_MADE = "accounts.link_made", _("made a sign-in link")
    TOKEN_MADE = "accounts.token_made", _("made a token for programs")
    TOKEN_ENDED = "accounts.token_ended", _("ended a token for programs")
    FACTOR_ADDED = "accounts.factor_added", _("added a second step")
    FACTOR_REMOVED = "accounts.factor_removed", _("removed a second step")
    CODES_MADE = "accounts.codes_made", _("made recovery codes")
    ADDRESS_CHANGED = "accounts.address_changed", _("changed the sign-in address")
    REACH_CHANGED = "accounts.reach_changed", _("changed how to be reached")
    CLOSED = "accounts.closed", _("closed an account")
    RECOVERY_ASKED = "accounts.recovery_asked", _("began to open an account again")
    RECOVERY_AGREED = "accounts.recovery_agreed", _("agreed to open an account again")
    RECOVERY_STOPPED = "accounts.recovery_stopped", _("stopped opening an account again")
    RECOVERED = "accounts.recovered", _("opened an account again")
    LOCKED_DOWN = "accounts.locked_down", _("ended every sign-in at once, and closed Seren")
    OPENED_UP = "accounts.opened_up", _("opened Seren again")
