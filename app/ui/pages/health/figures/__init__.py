"""All key figures with eight periods side by side."""
