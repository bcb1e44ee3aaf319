"""What the design language opens by itself: its own workshop page."""

from seren.foundation.access.door import Action, Open, register


class UiAction(Action):
    GALLERY = "ui.gallery"  # every component in every state; not in the URL table of a live installation


register(Open(UiAction.GALLERY))
