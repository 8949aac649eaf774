"""The shipped profile: point, movement and deviations on top of the embedding."""
