"""The overview: policies, the deadline ladder, the coverage gap, buyer limits, claims."""
