"""The words a component is given: as they are, or put into the reader's language when they are drawn."""

from django.utils.functional import Promise

Words = str | Promise
