"""The recovery sheet: the code that opens an encrypted company file, on paper."""
