from django.urls import path

from seren.doors.web.room.views import Room

app_name = "room"
urlpatterns = [path("room/", Room.as_view(), name="room")]
