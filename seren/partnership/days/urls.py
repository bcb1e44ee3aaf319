"""Addresses of the day."""

from typing import Any

app_name = "days"

urlpatterns: list[Any] = []
