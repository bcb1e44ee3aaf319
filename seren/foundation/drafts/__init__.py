"""What a person typed and has not sent. It survives an error and a sign-out."""
