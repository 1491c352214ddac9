"""Measurements beside peers, run by hand: README.md tells how."""
