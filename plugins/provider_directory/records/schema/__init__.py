"""The records people write, one module per noun; every field says what it is for and shows an example."""
