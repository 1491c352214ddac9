"""The directory as HSDS 3 has it, for programs that read directories of social services everywhere."""
