"""The embedding: distilled from MusiCNN, one vector every half second."""
