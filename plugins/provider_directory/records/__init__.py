"""What people wrote, read as text with line numbers and checked: records, or problems."""
