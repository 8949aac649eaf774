"""The static emotion models of Herremans, Cheuk, Luo and Agres: a triplet network for regression and its baselines."""
