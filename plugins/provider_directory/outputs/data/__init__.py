"""Open data: the same facts as on the pages, as tables and as whole records, in files that programs and spreadsheets read."""
