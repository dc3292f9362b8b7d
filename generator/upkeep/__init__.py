"""Keep the facts true: compare saved copies of official pages with them, and take dated readings from the feed."""
