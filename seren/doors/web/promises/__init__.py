"""`/desk/partnership/`: what the setting promises, how it stands, and the rows behind each figure."""
