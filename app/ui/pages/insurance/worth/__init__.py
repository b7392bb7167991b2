"""The tab that weighs whether insurance is worth its premium."""
