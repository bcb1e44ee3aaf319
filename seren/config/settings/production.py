"""A live installation, behind HTTPS."""

from urllib.parse import urlsplit

from seren.config.settings.base import *  # noqa: F403
from seren.config.settings.base import ENV, KEYS
from seren.foundation.sealing import root

SECRET_KEY = root.derived(KEYS, "django").hex()
ALLOWED_HOSTS = [host for host in [urlsplit(ENV.public_url).hostname, *ENV.hosts] if host]
CSRF_TRUSTED_ORIGINS = [ENV.public_url] if ENV.public_url else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SESSION_COOKIE_NAME = "__Host-seren-session"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-seren-csrf"
CSRF_COOKIE_SECURE = True
