"""Permissions at the desk."""
