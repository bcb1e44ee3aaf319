"""How an installation is set up."""
