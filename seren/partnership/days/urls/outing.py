"""Addresses of outings."""

from typing import Any

from django.urls import path

from seren.partnership.days.views.outing import closing, family, one, paper, planning, steps

_OUTING = "room/outing/<uuid:outing>/"

urlpatterns: list[Any] = [
    path("on/", family.On.as_view(), name="on"),
    path("on/<uuid:outing>/", family.OnOne.as_view(), name="on_one"),
    path("room/outings/", planning.Outings.as_view(), name="outings"),
    path("room/outings/plan/", planning.PlanOne.as_view(), name="outing_plan"),
    path(_OUTING, one.One.as_view(), name="outing"),
    path(_OUTING + "change/", planning.ChangeOne.as_view(), name="outing_change"),
    path(_OUTING + "list/", closing.CloseList.as_view(), name="outing_list"),
    path(_OUTING + "slips/", paper.Slips.as_view(), name="outing_slips"),
    path(_OUTING + "sheet/", paper.SheetPage.as_view(), name="outing_sheet"),
    path(_OUTING + "put/", steps.Put.as_view(), name="outing_put"),
    path(_OUTING + "agree/", steps.Agree.as_view(), name="outing_agree"),
    path(_OUTING + "give-back/", steps.GiveBack.as_view(), name="outing_give_back"),
    path(_OUTING + "ask/", steps.Ask.as_view(), name="outing_ask"),
    path(_OUTING + "open/", steps.Open.as_view(), name="outing_open"),
    path(_OUTING + "go/", steps.Go.as_view(), name="outing_go"),
    path(_OUTING + "back/", steps.Return.as_view(), name="outing_back"),
    path(_OUTING + "call-off/", steps.CallOff.as_view(), name="outing_call_off"),
]
