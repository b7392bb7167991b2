"""Every parser fed with made-up bytes: what it may answer is a value or a worded problem, in good time."""
