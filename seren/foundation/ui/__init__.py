"""Seren's design: tokens, components, base pages, and the gallery that shows every state."""
