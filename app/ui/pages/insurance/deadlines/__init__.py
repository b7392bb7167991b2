"""The tab of deadlines: every duty towards the insurers, with the reckoning behind its day."""
