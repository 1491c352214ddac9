"""Puts the built site online: sends what differs, in an order that a reader never notices, and deletes last."""
