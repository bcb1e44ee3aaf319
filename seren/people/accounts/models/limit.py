from django.db import models


class Limit(models.Model):
    """The rows of the shared cache (`CACHES["default"]`), which counts tries for all processes together.

    Made here so that an installation has it after migrating; Django's cache reads and writes it.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)
