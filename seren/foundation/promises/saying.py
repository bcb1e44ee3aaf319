"""What every room says in one way about a figure."""

from django.utils.translation import gettext as _

from seren.foundation.promises.registry import Measured


def figure_of_all(measured: Measured) -> str:
    """“37 of 41”, in the reader’s language."""
    return _("%(figure)d of %(of)d") % {"figure": measured.figure, "of": measured.of}
