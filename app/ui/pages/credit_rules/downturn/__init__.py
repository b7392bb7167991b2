"""The downturn profile: whom it would touch, switched on, and switched off again whole."""
