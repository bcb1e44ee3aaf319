"""Addresses of the day."""

from typing import Any

from seren.partnership.days.urls import care, collection, outing

app_name = "days"

urlpatterns: list[Any] = [*outing.urlpatterns, *collection.urlpatterns, *care.urlpatterns]
