"""How far a child is kept out of pictures, and what staff with a camera are told of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reach(TextChoices):
    """OTHERS: the child's own guardians still see the child's own journal. ALL: nobody but leaders."""

    OTHERS = "others", _("Only in the child’s own journal")
    ALL = "all", _("In no picture at all")
