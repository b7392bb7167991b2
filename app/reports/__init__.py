"""Values turned into PDF, XLSX and CSV."""
