"""Pages on several rooms: today, the room, the desk; navigation; the answer to what is not there."""
