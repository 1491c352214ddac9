"""The theme's scripts: many small modules as they are written, a few small files as they are published."""
