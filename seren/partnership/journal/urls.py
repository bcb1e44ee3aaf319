"""Addresses of the journal."""

from django.urls import path

from seren.partnership.journal.views import copies, editing, sharing, star, stars, talk

app_name = "journal"
urlpatterns = [
    path("desk/permissions/copies/", copies.Copies.as_view(), name="copies"),
    path("desk/permissions/copies/<uuid:copy>/down/", copies.TakeDown.as_view(), name="take_copy_down"),
    path("desk/permissions/copies/<uuid:copy>/back/", copies.PutBack.as_view(), name="put_copy_back"),
    path("stars/", stars.Stars.as_view(), name="stars"),
    path("stars/new/", sharing.NewStar.as_view(), name="new_star"),
    path("stars/album/<str:month>/", stars.Album.as_view(), name="album"),
    path("stars/answers/<uuid:reply>/take-back/", talk.TakeReplyBack.as_view(), name="take_reply_back"),
    path("stars/answers/<uuid:reply>/record/", talk.AskReplyForRecord.as_view(), name="ask_reply_for_record"),
    path("stars/records/<uuid:wish>/", star.DecideRecord.as_view(), name="decide_record"),
    path("stars/<uuid:moment>/", star.Star.as_view(), name="star"),
    path("stars/<uuid:moment>/edit/", editing.EditStar.as_view(), name="edit_star"),
    path("stars/<uuid:moment>/thank/", talk.Thank.as_view(), name="thank"),
    path("stars/<uuid:moment>/undo/", talk.UndoShare.as_view(), name="undo_share"),
    path("stars/<uuid:moment>/share/", talk.Share.as_view(), name="share_star"),
    path("stars/<uuid:moment>/take-back/", talk.TakeBack.as_view(), name="take_back"),
    path("stars/<uuid:moment>/restore/", talk.Restore.as_view(), name="restore"),
    path("stars/<uuid:moment>/throw-away/", talk.ThrowAway.as_view(), name="throw_away"),
    path("stars/<uuid:moment>/record/", talk.AskForRecord.as_view(), name="ask_for_record"),
]
