"""Renders views into files, and is the only room that touches the disk under output/."""
