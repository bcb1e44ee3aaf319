"""One folded-word index over what may be searched, joined to what the asker may see."""
