"""Addresses of provision."""

from django.urls import path

from seren.people.provision.views import people, rooms, setting, statement, team

app_name = "provision"
_ONE = "desk/people/<uuid:person>/"

urlpatterns = [
    path("desk/people/", people.People.as_view(), name="people"),
    path("desk/people/add/", team.AddMember.as_view(), name="add_member"),
    path(_ONE + "hours/", team.Hours.as_view(), name="hours"),
    path(_ONE + "away/", team.Away.as_view(), name="away"),
    path(_ONE + "roles/add/", team.AddRole.as_view(), name="add_role"),
    path(_ONE + "roles/<uuid:membership>/", team.EndRole.as_view(), name="end_role"),
    path("desk/setting/", setting.SettingAtDesk.as_view(), name="setting"),
    path("desk/setting/change/", setting.ChangeSetting.as_view(), name="change_setting"),
    path("desk/setting/rooms/add/", rooms.AddRoom.as_view(), name="add_room"),
    path("desk/setting/rooms/<uuid:room>/close/", rooms.CloseRoom.as_view(), name="close_room"),
    path("desk/setting/rooms/<uuid:room>/open/", rooms.ReopenRoom.as_view(), name="reopen_room"),
    path("desk/setting/sessions/add/", setting.AddSession.as_view(), name="add_session"),
    path("desk/setting/sessions/<uuid:session>/", setting.ChangeSession.as_view(), name="change_session"),
    path("desk/setting/terms/add/", setting.AddTerm.as_view(), name="add_term"),
    path("desk/setting/terms/<uuid:term>/remove/", setting.RemoveTerm.as_view(), name="remove_term"),
    path("desk/setting/closures/add/", setting.AddClosure.as_view(), name="add_closure"),
    path("desk/setting/closures/<int:day>/open/", setting.OpenAgain.as_view(), name="open_again"),
    path("desk/statement/", statement.Statement.as_view(), name="statement"),
]
