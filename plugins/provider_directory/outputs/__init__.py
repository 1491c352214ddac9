"""What is written besides pages: each module yields (path, bytes)."""
