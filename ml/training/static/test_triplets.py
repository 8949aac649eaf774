"""What may be a triplet."""

import unittest

import numpy as np

from static.triplets import FAR, NEAR, TripletMine


class Mine(unittest.TestCase):
    def test_near_are_near_and_far_are_far(self):
        labels = np.random.default_rng(2).uniform(-1, 1, (200, 2))
        triplets = TripletMine(labels).draw(10, np.random.default_rng(3))
        self.assertGreater(len(triplets.anchors), 150)
        own = labels[triplets.anchors][:, None]
        self.assertLessEqual(np.linalg.norm(labels[triplets.positives] - own, axis=2).max(), NEAR)
        self.assertGreater(np.linalg.norm(labels[triplets.negatives] - own, axis=2).min(), FAR)
        self.assertFalse((triplets.positives == triplets.anchors[:, None]).any())

    def test_all_candidates_are_drawn_and_no_other(self):
        # 0, 1 and 2 lie together, 3 has none near it, 4 and 5 lie together far away
        labels = np.array([[0, 0], [0.05, 0], [0, 0.05], [0.3, 0], [0.9, 0], [0.9, 0.05]])
        triplets = TripletMine(labels).draw(200, np.random.default_rng(4))
        self.assertEqual(set(triplets.anchors), {0, 1, 2, 4, 5})
        place = list(triplets.anchors).index(0)
        self.assertEqual(set(triplets.positives[place]), {1, 2})
        self.assertEqual(set(triplets.negatives[place]), {4, 5})
        place = list(triplets.anchors).index(4)
        self.assertEqual(set(triplets.positives[place]), {5})
        self.assertEqual(set(triplets.negatives[place]), {0, 1, 2, 3})

    def test_songs_that_all_feel_alike_give_no_anchor(self):
        self.assertEqual(len(TripletMine(np.zeros((5, 2))).anchors), 0)


if __name__ == "__main__":
    unittest.main()
