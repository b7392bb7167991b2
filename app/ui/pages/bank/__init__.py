"""Bank receipts: bringing statements in, the queue of lines to decide, bills and post-dated cheques."""
