"""Where calls are put: one router, so that one address has all its methods."""

from ninja import Router

router = Router()
