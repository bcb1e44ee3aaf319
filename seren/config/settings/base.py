"""What every installation has in common. What differs is in `dev`, `production` and `test`."""

from pathlib import Path

import django.conf.locale

from seren.config import databases, env, languages, logs
from seren.config.settings.signin import *  # noqa: F403
from seren.foundation.sealing import root

databases.use_newer_sqlite()

ENV = env.read()
SOURCE = Path(__file__).resolve().parents[2]
DATA = ENV.data
KEYS = ENV.keys
root.comes_from(KEYS, ENV.installation_key)
MEDIA = DATA / "media"
OUTBOX = DATA / "outbox"

DEBUG = False
ROOT_URLCONF = "seren.config.urls"
WSGI_APPLICATION = "seren.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SITE_NAME = "Seren"
PUBLIC_URL = ENV.public_url
DEMO = ENV.demo

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "ninja",
    "seren.foundation.kernel",
    "seren.foundation.rules",
    "seren.foundation.sealing",
    "seren.foundation.jobs",
    "seren.foundation.drafts",
    "seren.foundation.access",
    "seren.foundation.audit",
    "seren.foundation.deadlines",
    "seren.foundation.promises",
    "seren.foundation.words",
    "seren.foundation.media",
    "seren.foundation.notify",
    "seren.foundation.search",
    "seren.foundation.ui",
    "seren.people.accounts",
    "seren.people.provision",
    "seren.people.guarding",
    "seren.people.families",
    "seren.people.consent",
    "seren.partnership.journal",
    "seren.partnership.days",
    "seren.doors.web",
    "seren.doors.api",
    "seren.doors.commands",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "seren.doors.web.middleware.CastFirst",
    "seren.doors.web.middleware.WordsSentTooLate",
    "seren.people.accounts.middleware.ActorMiddleware",
    "seren.doors.web.middleware.StatementFirst",
    "seren.doors.web.middleware.MeasureReached",
    "django_htmx.middleware.HtmxMiddleware",
    "seren.foundation.ui.wishes.WishesMiddleware",  # after whatever finds out who is acting
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django_cotton.cotton_loader.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "seren.foundation.ui.context.around",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django_cotton.templatetags.cotton",
                "seren.foundation.ui.templatetags.ui",
            ],
        },
    }
]

COTTON_ISOLATE_BY_DEFAULT = True  # a component sees what it was given, and nothing else of the page
GALLERY = False  # the workshop page /gallery/: demo, development and tests only
CSRF_FAILURE_VIEW = "seren.doors.web.views.drafts.too_old"

DATABASES = {"default": databases.choose(ENV.database_url, DATA)}
ATOMIC_REQUESTS = False
STRICT_SECTIONS = False  # tests: a verb that changed rows without an audit record raises

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

AUTH_USER_MODEL = "accounts.Login"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

SESSION_COOKIE_NAME = "seren-session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_COOKIE_NAME = "seren-csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
APPEND_SLASH = False  # see doors.web: every address without a slash is treated alike

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "media-src": ["'self'", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["default"],
    }
}

USE_TZ = True
TIME_ZONE = "Europe/London"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = languages.LANGUAGES
LOCALE_PATHS = [SOURCE.parent / "locale"]
django.conf.locale.LANG_INFO.update(languages.EXTRA_LANG_INFO)

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    # No room stores a file by Django: media has its own door. A path outside it would be a mistake.
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "seren.config.statics.StaticFiles"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("woff2", "woff", "png", "jpg", "webp", "avif", "ico", "map")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = ["seren.foundation.media.uploads.IntoIncoming"]
MAX_UPLOAD_BYTES = ENV.max_upload_mb * 1024 * 1024

DEFAULT_FROM_EMAIL = ENV.email_from
EMAIL_URL = ENV.email_url
SECURITY_CONTACT = ENV.security_contact

LOGGING = logs.configuration(ENV.log_level)
