"""How long the site takes to build, beside Hugo making the same pages from the same records. README.md in the folder above tells how to run it."""
