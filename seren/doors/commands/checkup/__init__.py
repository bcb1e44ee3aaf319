"""What `seren doctor` looks at. Each check is a function that yields findings, and changes nothing."""
