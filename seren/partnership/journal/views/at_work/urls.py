from django.urls import path

from seren.partnership.journal.views import copies, plan
from seren.partnership.journal.views.at_work import child, filing, naming, noting, searching, slips

app_name = "journal_work"
_MOMENT = "room/moment/<uuid:moment>/"
_CHILD = "room/child/<uuid:child>/"
_PLAN = "mine/child/<uuid:child>/plan/"
_STEP = "mine/step/<uuid:step>/"

urlpatterns = [
    path("room/snap/", noting.Snap.as_view(), name="snap"),
    path("room/bin/", filing.Bin.as_view(), name="bin-page"),
    path("room/search/", searching.Search.as_view(), name="search"),
    path("room/slip/", slips.Find.as_view(), name="slip"),
    path(_CHILD, child.About.as_view(), name="child"),
    path(f"{_CHILD}stars/", child.Stars.as_view(), name="child-stars"),
    path(f"{_CHILD}contacts/", child.Contacts.as_view(), name="contacts"),
    path(f"{_CHILD}slip/", slips.Print.as_view(), name="slip-print"),
    path(f"{_CHILD}slip/key/", slips.Key.as_view(), name="slip-key"),
    path("mine/", child.Mine.as_view(), name="mine"),
    path(_PLAN, plan.ShowPlan.as_view(), name="plan"),
    path(f"{_PLAN}suggest/", plan.Suggest.as_view(), name="suggest"),
    path(f"{_PLAN}know/", plan.Know.as_view(), name="know"),
    path(f"{_STEP}know/", plan.Know.as_view(), name="step-know"),
    path(f"{_STEP}agree/", plan.Agree.as_view(), name="step-agree"),
    path(f"{_STEP}reword/", plan.Reword.as_view(), name="step-reword"),
    path(f"{_STEP}close/", plan.Close.as_view(), name="step-close"),
    path(f"{_STEP}reopen/", plan.Reopen.as_view(), name="step-reopen"),
    path("mine/unfiled/", filing.Unfiled.as_view(), name="unfiled"),
    path(f"{_MOMENT}edit/", noting.EditMoment.as_view(), name="edit"),
    path(f"{_MOMENT}photos/<uuid:photo>/remove/", noting.RemovePhoto.as_view(), name="remove-photo"),
    path(f"{_MOMENT}photos/<uuid:photo>/who/", noting.WhoIsInIt.as_view(), name="who-in-photo"),
    path(f"{_MOMENT}copies/", copies.OfMoment.as_view(), name="copies"),
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
