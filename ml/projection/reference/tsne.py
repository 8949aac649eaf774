"""What scikit-learn's t-SNE makes of handwritten digits, for tsne.test.ts.

Run: pip install scikit-learn==1.9.1; python tsne.py > tsne.json
"""

import json

import numpy as np
from scipy.spatial.distance import cdist
from sklearn.datasets import load_digits
from sklearn.manifold import TSNE, trustworthiness
from sklearn.manifold._t_sne import _joint_probabilities_nn
from sklearn.manifold._utils import _binary_search_perplexity
from sklearn.neighbors import NearestNeighbors

FEW, MANY = 200, 300
PERPLEXITY = 20.0
REACH = 12
SEED = 1


def probabilities(rows: np.ndarray) -> np.ndarray:
    """Of the first three rows, how likely each picks every other one, itself left out."""
    squares = cdist(rows, rows, "sqeuclidean").astype(np.float32)
    conditional = _binary_search_perplexity(squares, PERPLEXITY, 0)
    return np.array([np.delete(conditional[row], row) for row in range(3)])


def divergence(rows: np.ndarray, places: np.ndarray) -> float:
    """Of the joint probabilities of near neighbours from those of the map, the latter exactly."""
    reach = min(len(rows) - 1, int(3 * PERPLEXITY) + 1) if len(rows) > FEW else len(rows) - 1
    graph = NearestNeighbors(n_neighbors=reach).fit(rows).kneighbors_graph(mode="distance")
    graph.data **= 2
    joint = _joint_probabilities_nn(graph, PERPLEXITY, 0).toarray()
    near = 1 / (1 + cdist(places, places, "sqeuclidean"))
    np.fill_diagonal(near, 0)
    likely = joint > 0
    return float(np.sum(joint[likely] * np.log(joint[likely] / (near / near.sum())[likely])))


def layout(rows: np.ndarray, method: str) -> dict:
    """As it comes: begun at the principal plane, 1,000 iterations."""
    places = TSNE(perplexity=PERPLEXITY, init="pca", method=method, random_state=SEED).fit_transform(rows)
    return {
        "count": len(rows),
        "divergence": divergence(rows, places),
        "trustworthiness": float(trustworthiness(rows, places, n_neighbors=REACH)),
    }


digits = load_digits().data[:MANY].astype(np.float32)
print(
    json.dumps(
        {
            "columns": digits.shape[1],
            # Brightness 0 to 16, a letter each.
            "digits": "".join(chr(ord("a") + int(value)) for value in digits.ravel()),
            "perplexity": PERPLEXITY,
            "reach": REACH,
            "probabilities": np.round(probabilities(digits[:FEW]), 9).tolist(),
            "exact": layout(digits[:FEW], "exact"),
            "tree": layout(digits, "barnes_hut"),
        }
    )
)
