"""Pictures taken in safely, and shown only through access and consent."""
