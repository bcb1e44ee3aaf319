from typing import Any

from django.urls import path

from seren.doors.web.promises import views

app_name = "promises"
urlpatterns: list[Any] = [
    path("desk/partnership/", views.Promises.as_view(), name="board"),
    path("desk/partnership/print/", views.Print.as_view(), name="print"),
    path("desk/partnership/figures.csv", views.Figures.as_view(), name="figures"),
    path("desk/partnership/work-out/", views.WorkOut.as_view(), name="work_out"),
    path("desk/partnership/<str:clause>/", views.OnePromise.as_view(), name="clause"),
]
