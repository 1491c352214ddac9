"""Lists for other sites: as HTML to include, as data for the component, and as files to download."""
