from django.urls import path

from seren.partnership.journal.views.at_work import filing, naming, noting

app_name = "journal_work"
_MOMENT = "room/moment/<uuid:moment>/"

urlpatterns = [
    path("room/snap/", noting.Snap.as_view(), name="snap"),
    path("room/bin/", filing.Bin.as_view(), name="bin-page"),
    path("mine/unfiled/", filing.Unfiled.as_view(), name="unfiled"),
    path(f"{_MOMENT}edit/", noting.EditMoment.as_view(), name="edit"),
    path(f"{_MOMENT}photos/<uuid:photo>/remove/", noting.RemovePhoto.as_view(), name="remove-photo"),
    path(f"{_MOMENT}names/", naming.Names.as_view(), name="names"),
    path(f"{_MOMENT}names/friend/", naming.SayFriend.as_view(), name="say-friend"),
    path(f"{_MOMENT}each/", naming.Each.as_view(), name="each"),
    path(f"{_MOMENT}share/", naming.Share.as_view(), name="share"),
    path(f"{_MOMENT}undo/", filing.UndoShare.as_view(), name="undo"),
    path(f"{_MOMENT}withdraw/", filing.Withdraw.as_view(), name="withdraw"),
    path(f"{_MOMENT}restore/", filing.Restore.as_view(), name="restore"),
    path(f"{_MOMENT}bin/", filing.PutInBin.as_view(), name="bin"),
    path(f"{_MOMENT}unbin/", filing.TakeOutOfBin.as_view(), name="unbin"),
]
