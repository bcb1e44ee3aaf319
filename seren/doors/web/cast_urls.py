"""Addresses of the demo. Not in the table of any other installation."""

from django.urls import path

from seren.doors.web.views import cast

urlpatterns = [
    path("", cast.Cast.as_view(), name="cast"),
    path("sign-in/", cast.BeCast.as_view(), name="be_cast"),
]
