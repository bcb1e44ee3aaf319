"""Addresses of families."""

from django.urls import path

from seren.people.families.views.desk import (
    accounts,
    adults,
    child,
    children,
    families,
    homes,
    keymap,
    keypeople,
    leavinghome,
    letters,
    lists,
    restrictions,
    safety,
    talk,
)
from seren.people.families.views.family import collecting, history, people

app_name = "families"
_COLLECTOR = "family/people/collectors/<uuid:collector>/"
_LETTER = "desk/families/<uuid:person>/"
_ONE = "desk/children/<uuid:child>/"
_BOUND = _ONE + "restrictions/<uuid:restriction>/"

urlpatterns = [
    path("family/people/", people.People.as_view(), name="people"),
    path("family/people/<uuid:child>/invite/", people.Invite.as_view(), name="invite"),
    path("family/people/<uuid:child>/collector/", collecting.NameCollector.as_view(), name="name_collector"),
    path("family/people/<uuid:child>/collector/day/", collecting.OneDay.as_view(), name="collect_on_day"),
    path("family/people/<uuid:child>/show/", people.Show.as_view(), name="show_oneself"),
    path("family/people/<uuid:child>/hide/", people.Hide.as_view(), name="hide_oneself"),
    path("family/people/viewers/<uuid:viewer>/end/", people.EndViewer.as_view(), name="end_viewer"),
    path(_COLLECTOR + "end/", collecting.EndCollector.as_view(), name="end_collector"),
    path(_COLLECTOR + "resume/", collecting.ResumeCollector.as_view(), name="resume_collector"),
    path(_COLLECTOR + "password/", collecting.ChangePassword.as_view(), name="collector_password"),
    path("family/record/history/", history.ReadingHistory.as_view(), name="history"),
    path("family/record/history/print/", history.HistoryOnPaper.as_view(), name="history_on_paper"),
    path("desk/import/", lists.Import.as_view(), name="import"),
    path("desk/import/example/<slug:sheet>/", lists.Example.as_view(), name="import_example"),
    path("desk/import/<uuid:intake>/", lists.OneList.as_view(), name="import_list"),
    path("desk/import/<uuid:intake>/bring-in/", lists.BringIn.as_view(), name="bring_in"),
    path("desk/children/", children.Children.as_view(), name="children"),
    path("desk/children/add/", children.AddChild.as_view(), name="add_child"),
    path("desk/people/key-people/", keymap.KeyPeople.as_view(), name="key_people"),
    path("desk/people/cover/", keymap.Cover.as_view(), name="cover"),
    path("desk/families/", families.Families.as_view(), name="families"),
    path("desk/families/print/", letters.PrintingAll.as_view(), name="print_letters"),
    path(_LETTER, accounts.Account.as_view(), name="account"),
    path(_LETTER + "languages/", talk.Talk.as_view(), name="talk"),
    path(_LETTER + "print/", letters.Printing.as_view(), name="print_letter"),
    path(_LETTER + "close/", accounts.Close.as_view(), name="close"),
    path(_LETTER + "recover/ask/", accounts.Recovering.as_view(step="ask"), name="ask_recovery"),
    path(_LETTER + "recover/agree/", accounts.Recovering.as_view(step="agree"), name="agree_recovery"),
    path(_LETTER + "recover/stop/", accounts.Recovering.as_view(step="stop"), name="stop_recovery"),
    path(_LETTER + "recover/finish/", letters.Recovered.as_view(), name="finish_recovery"),
    path(_ONE, child.ChildAtDesk.as_view(), name="child"),
    path(_ONE + "start/", children.Start.as_view(), name="start"),
    path(_ONE + "details/", children.Details.as_view(), name="details"),
    path(_ONE + "first-day/", children.FirstDay.as_view(), name="first_day"),
    path(_ONE + "room/", children.MoveRoom.as_view(), name="move_room"),
    path(_ONE + "leave/", children.Leave.as_view(), name="leave"),
    path(_ONE + "sessions/", children.Sessions.as_view(), name="sessions"),
    path(_ONE + "key-person/", keypeople.NameKeyPerson.as_view(kind="key"), name="name_key_person"),
    path(_ONE + "buddy/", keypeople.NameKeyPerson.as_view(kind="buddy"), name="name_buddy"),
    path(_ONE + "adults/add/", adults.AddAdult.as_view(), name="add_adult"),
    path(_ONE + "adults/<uuid:tie>/", adults.ChangeAdult.as_view(), name="change_adult"),
    path(_ONE + "adults/<uuid:tie>/end/", adults.EndAdult.as_view(), name="end_adult"),
    path(_ONE + "homes/add/", homes.AddHome.as_view(), name="add_home"),
    path(_ONE + "homes/<uuid:home>/", homes.ChangeHome.as_view(), name="change_home"),
    path(_ONE + "homes/<uuid:home>/end/", leavinghome.EndHome.as_view(), name="end_home"),
    path(_ONE + "homes/<uuid:home>/resume/", leavinghome.ResumeHome.as_view(), name="resume_home"),
    path(_ONE + "safety/add/", safety.AddNote.as_view(), name="add_safety"),
    path(_ONE + "safety/<uuid:note>/end/", safety.EndNote.as_view(), name="end_safety"),
    path(_ONE + "orders/add/", restrictions.RecordOrder.as_view(), name="record_order"),
    path(_ONE + "restrictions/add/", restrictions.Restrict.as_view(), name="restrict"),
    path(_BOUND + "ask/", restrictions.AskLift.as_view(), name="ask_lift"),
    path(_BOUND + "decide/", restrictions.Confirm.as_view(), name="confirm"),
    path(_BOUND + "keep/", restrictions.Keep.as_view(), name="keep"),
    path(_BOUND + "lift/", restrictions.Lift.as_view(), name="lift"),
]
