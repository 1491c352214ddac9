"""What a reader sees, in finished words: one module per kind of page. Knows addresses and words, never Jinja."""
