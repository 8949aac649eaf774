"""Dynamic emotion: the VAE-LSTM, its baselines and its successor on VGMIDI."""
