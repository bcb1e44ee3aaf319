"""Addresses of signing in, joining and one's own settings."""

from django.urls import path

from seren.people.accounts.views import again, joining, newsteps, signing, steps, thisphone, wishes

app_name = "accounts"
urlpatterns = [
    path("in/", signing.AskPage.as_view(), name="in"),
    path("in/code/", signing.CodePage.as_view(), name="in_code"),
    path("in/passkey/", signing.PasskeyPage.as_view(), name="in_passkey"),
    path("in/which/", signing.WhichPage.as_view(), name="in_which"),
    path("in/this-device/", steps.DevicePage.as_view(), name="in_this_device"),
    path("in/this-device/met/", steps.MetPage.as_view(), name="in_met"),
    path("in/this-device/code/", steps.ChannelPage.as_view(), name="in_channel"),
    path("in/second/", steps.SecondPage.as_view(), name="in_second"),
    path("in/second/passkey/", steps.SecondPasskeyPage.as_view(), name="in_second_passkey"),
    path("in/second/app/", newsteps.NewAppPage.as_view(), name="new_app"),
    path("in/second/new-passkey/", newsteps.NewPasskeyPage.as_view(), name="new_passkey"),
    path("in/second/codes/", newsteps.RecoveryCodesPage.as_view(), name="recovery_codes"),
    path("in/again/", again.AgainPage.as_view(), name="in_again"),
    path("in/again/code/", again.AgainCodePage.as_view(), name="in_again_code"),
    path("in/<str:token>/", signing.LinkPage.as_view(), name="in_link"),
    path("out/", signing.OutPage.as_view(), name="out"),
    path("join/", joining.LetterPage.as_view(), name="join"),
    path("join/proof/", joining.ProofPage.as_view(), name="join_proof"),
    path("join/code/", joining.JoinCodePage.as_view(), name="join_mailed"),
    path("join/waiting/", joining.WaitingPage.as_view(), name="join_waiting"),
    path("join/contact/", joining.ContactPage.as_view(), name="join_contact"),
    path("join/how/", joining.HowPage.as_view(), name="join_how"),
    path("join/done/", joining.DonePage.as_view(), name="join_done"),
    path("join/<str:code>/", joining.LetterPage.as_view(), name="join_code"),
    path("settings/this-phone/", thisphone.ThisPhonePage.as_view(), name="this_phone"),
    path("settings/this-phone/end/", thisphone.EndSession.as_view(), name="end_session"),
    path("settings/this-phone/end-others/", thisphone.EndOthers.as_view(), name="end_others"),
    path("settings/this-phone/forget/", thisphone.ForgetDevice.as_view(), name="forget_device"),
    path("settings/this-phone/remove-step/", thisphone.RemoveStep.as_view(), name="remove_step"),
    path("settings/this-phone/address/", thisphone.AddressPage.as_view(), name="address"),
    path("settings/this-phone/address/code/", thisphone.AddressCodePage.as_view(), name="address_code"),
    path("family/how-to-reach-me/", wishes.ReachPage.as_view(), name="how_to_reach_me"),
]
