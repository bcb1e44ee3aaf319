"""What a setting’s own lists name."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sheet(TextChoices):
    """The two tables an import takes (contract.md, CSV)."""

    STAFF = "staff", _("Staff")
    FAMILIES = "families", _("Families")


class ImportedKind(TextChoices):
    """What a key of the setting's own books names."""

    CHILD = "child", _("Child")
    ADULT = "adult", _("Adult")
    HOUSEHOLD = "household", _("Household")
    TIE = "tie", _("What an adult is to a child")
    BELONGS = "belongs", _("Adult of a household")
    LIVES = "lives", _("Child of a household")
    MEMBER = "member", _("Role of an adult")
