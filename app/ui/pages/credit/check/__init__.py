"""May I ship this? The question, its answer with the working, what was asked before, and open orders."""
