"""EEG and music in a common space: training, baselines, evaluation, export."""
