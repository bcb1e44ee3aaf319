"""Files sent with a form: straight into `incoming/`, and of each no more than we would take.

Django's own handlers write to the system's folder for temporary files, as much as anybody likes to send. Here
a file that is too large is cut one byte past the limit: `receive` refuses it, and the words sent with it are
not lost.
"""

import tempfile
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from seren.foundation.media import store


class IntoIncoming(FileUploadHandler):
    """Named in settings. A file that nobody received is removed with the request, or by the sweep."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.left = settings.MAX_UPLOAD_BYTES + 1
        folder = store.folder(store.INCOMING, make=True)
        self.file = tempfile.NamedTemporaryFile(dir=folder, prefix="form-")  # noqa: SIM115  (0600, by the library)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.file.write(raw_data[: self.left])
        self.left -= min(len(raw_data), self.left)

    def file_complete(self, file_size: int) -> "UploadedFile[Any]":
        self.file.seek(0)
        kept = min(file_size, settings.MAX_UPLOAD_BYTES + 1)
        return UploadedFile(self.file, self.file_name, self.content_type, kept, self.charset)

    def upload_interrupted(self) -> None:
        if hasattr(self, "file"):
            self.file.close()
