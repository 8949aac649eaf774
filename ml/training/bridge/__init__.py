"""The bridge to DEAM's human ratings: the openSMILE features that DEAM has instead of audio, for any audio."""
