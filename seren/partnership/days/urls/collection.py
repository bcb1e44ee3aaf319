"""Addresses of collecting."""

from typing import Any

from django.urls import path

from seren.partnership.days.views import at_door, door, words

_ONE = "room/door/<uuid:child>/"
_RELEASE = _ONE + "release/<uuid:release>/"

urlpatterns: list[Any] = [
    path("room/door/", door.DoorList.as_view(), name="door"),
    path("room/door/print/", door.PrintDoor.as_view(), name="print_door"),
    path(_ONE, at_door.CheckAtDoor.as_view(), name="check_at_door"),
    path(_ONE + "unfit/", at_door.TurnAway.as_view(), name="turn_away"),
    path(_ONE + "unlock/", at_door.Unlock.as_view(), name="unlock_door"),
    path(_ONE + "tell/", words.TellAtWork.as_view(), name="tell_at_work"),
    path(_RELEASE, at_door.HandOver.as_view(), name="hand_over"),
    path(_RELEASE + "undo/", at_door.UndoRelease.as_view(), name="undo_release"),
    path(_RELEASE + "correct/", at_door.Correct.as_view(), name="correct_release"),
    path("family/people/<uuid:child>/tell/", words.Tell.as_view(), name="tell"),
    path("desk/collecting/<uuid:word>/", words.Weigh.as_view(), name="weigh_word"),
]
