"""On this machine only: demo, practice and development, over plain HTTP on the loopback."""

from seren.config.settings.base import *  # noqa: F403
from seren.config.settings.base import KEYS
from seren.foundation.sealing import root

SECRET_KEY = root.derived(KEYS, "django").hex()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
GALLERY = True
