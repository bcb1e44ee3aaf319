"""Addresses of the desk's own pages."""

from django.urls import path

from seren.doors.web.desk import home, printing, undelivered, why

urlpatterns = [
    path("", home.DeskHome.as_view(), name="desk"),
    path("why/", why.Why.as_view(), name="why"),
    path("who/", why.WhoSees.as_view(), name="who"),
    path("print/", printing.Queue.as_view(), name="print_queue"),
    path("print/letters/", printing.Letters.as_view(), name="print_letters"),
    path("print/done/", printing.Printed.as_view(), name="printed"),
    path("print/<int:stamp>/undo/", printing.NotPrinted.as_view(), name="not_printed"),
    path("undelivered/", undelivered.Undelivered.as_view(), name="undelivered"),
    path("undelivered/mail/<uuid:delivery>/", undelivered.MailAgain.as_view(), name="mail_again"),
    path("undelivered/work/<uuid:job>/", undelivered.WorkAgain.as_view(), name="work_again"),
]
