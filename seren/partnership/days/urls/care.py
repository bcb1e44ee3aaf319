"""Addresses of medicines and accidents."""

from typing import Any

from django.urls import path

from seren.partnership.days.views import bring, care_family
from seren.partnership.days.views.desk import care as care_desk
from seren.partnership.days.views.desk import care_forms
from seren.partnership.days.views.room import care as care_room
from seren.partnership.days.views.room import entry as care_entry
from seren.partnership.days.views.room import happened, medicine

_CHILD = "room/child/<uuid:child>/care/"
_MEDICINE = _CHILD + "medicine/<uuid:medicine>/"

urlpatterns: list[Any] = [
    path("family/care/", care_family.Care.as_view(), name="care"),
    path("family/care/<uuid:entry>/", care_family.Entry.as_view(), name="entry"),
    path("family/care/<uuid:entry>/read/", care_family.HaveRead.as_view(), name="have-read"),
    path("family/care/medicine/<uuid:child>/", bring.Bring.as_view(), name="bring"),
    path("room/care/", care_room.Today.as_view(), name="room-care"),
    path("room/care/<uuid:entry>/", care_entry.Entry.as_view(), name="room-entry"),
    path("room/care/<uuid:entry>/words/", care_entry.Correct.as_view(), name="correct"),
    path("room/care/<uuid:entry>/follow-up/", care_entry.FollowUp.as_view(), name="follow-up"),
    path(_CHILD, care_room.Child.as_view(), name="child-care"),
    path(_CHILD + "accident/", happened.Accident.as_view(), name="accident"),
    path(_CHILD + "emergency/", happened.Emergency.as_view(), name="emergency"),
    path(_MEDICINE + "give/", medicine.Give.as_view(), name="give"),
    path(_MEDICINE + "bottle/", medicine.LookAtBottle.as_view(), name="bottle"),
    path("desk/care/", care_desk.Care.as_view(), name="desk-care"),
    path("desk/care/<str:month>/", care_desk.RegisterPage.as_view(), name="register"),
    path("desk/care/<uuid:entry>/report/", care_forms.Report.as_view(), name="report"),
    path("desk/children/<uuid:child>/medicine/", care_forms.AskMedicine.as_view(), name="ask-medicine"),
]
