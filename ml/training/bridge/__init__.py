"""The bridge to DEAM's human ratings: openSMILE's features, which DEAM has without the audio, computed for any audio."""
