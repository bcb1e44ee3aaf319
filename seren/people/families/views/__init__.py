"""What families show and do on pages."""
