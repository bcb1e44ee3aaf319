"""Who: the adults who sign in, the settings they meet in, the children and their families."""
