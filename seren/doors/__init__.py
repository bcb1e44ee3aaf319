"""How the outside comes in: pages, commands, the API."""
