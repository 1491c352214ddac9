"""The site's own API: files that answer as one, described by OpenAPI and by a page."""
