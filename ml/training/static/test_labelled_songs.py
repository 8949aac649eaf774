"""The sets as they lie in the data folder; skipped where it is absent."""

import csv
import os
import tempfile
import unittest
from pathlib import Path

import numpy as np

from static.labelled_songs import load_4q, load_4q_embeddings, load_deam, load_mediaeval_2013

DATA = Path(os.environ.get("DATA", Path(__file__).parents[4] / "shared" / "data"))


def mean_curves(axis: str) -> dict[str, float]:
    """The mean of every song's dynamic ratings."""
    with open(DATA / "emomusic_dynamic" / f"{axis}_cont_average.csv", newline="") as file:
        return {row[0]: np.mean([float(x) for x in row[1:] if x]) for row in list(csv.reader(file))[1:]}


@unittest.skipUnless(DATA.is_dir(), f"no data folder at {DATA}")
class Sets(unittest.TestCase):
    def test_sizes(self):
        for songs, shape in (
            (load_mediaeval_2013(DATA, 130), (744, 130)), (load_mediaeval_2013(DATA, 74), (744, 74)),
            (load_deam(DATA, 130), (1802, 130)), (load_deam(DATA, 74), (1802, 74)), (load_4q(DATA), (900, 200)),
        ):
            self.assertEqual(songs.features.shape, shape)
            self.assertEqual(len(set(songs.keys)), len(songs))
            self.assertLessEqual(np.abs(songs.labels).max(), 1)
            self.assertTrue(np.isfinite(songs.features).all())
        self.assertEqual(len(set(load_4q(DATA).groups)), 662)

    def test_valence_and_arousal_are_not_exchanged(self):
        songs = load_mediaeval_2013(DATA, 74)
        for axis, name in enumerate(("valence", "arousal")):
            curves = mean_curves(name)
            r = np.corrcoef(songs.labels[:, axis], [curves[key] for key in songs.keys])[0, 1]
            self.assertGreater(r, 0.94)

    def test_as_filed_only_the_songs_of_2013_differ(self):
        ours, filed = load_deam(DATA, 74), load_deam(DATA, 74, labels_as_filed=True)
        of_2013 = ours.keys.astype(int) <= 1000
        np.testing.assert_array_equal(ours.labels[~of_2013], filed.labels[~of_2013])
        exchanged = np.abs(ours.labels[of_2013][:, ::-1] - filed.labels[of_2013]).max(axis=1) < 0.05 / 4 + 1e-9
        self.assertEqual((of_2013.sum(), exchanged.sum()), (744, 738))

    def test_embeddings_are_joined_by_song(self):
        songs = load_4q(DATA)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "embeddings.npz"
            np.savez(path, songs=songs.keys[::-1], mean=songs.features[::-1], deviation=-songs.features[::-1])
            np.testing.assert_array_equal(load_4q_embeddings(DATA, path).features, songs.features)
            both = load_4q_embeddings(DATA, path, deviation=True).features
            np.testing.assert_array_equal(both[:, 200:], -songs.features)
            np.savez(path, songs=songs.keys[1:], mean=songs.features[1:])
            with self.assertRaisesRegex(ValueError, "invalid embeddings: .* lacks 1 clips"):
                load_4q_embeddings(DATA, path)


if __name__ == "__main__":
    unittest.main()
