"""Every kind of regression that was tried, each an unfitted scikit-learn estimator of valence and arousal."""

import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin, clone
from sklearn.cross_decomposition import PLSRegression
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import Ridge
from sklearn.multioutput import MultiOutputRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR

from bridge.rank_gaussian import RankGaussian

RIDGE_PENALTIES = (30.0, 100.0, 300.0)
KERNEL_PENALTIES = (0.1, 0.3)
KERNEL_WIDTHS = (0.03, 0.1, 0.3)
COSTS = (0.3,)
COMPONENTS = (4, 8)


def candidates(features: int) -> dict[str, BaseEstimator]:
    """Estimators by kind and setting for F features; each scales by itself. Width w: exp(-w / F d^2)."""
    raw = {f"ridge {a:g}": Ridge(alpha=a) for a in RIDGE_PENALTIES}
    raw |= {f"pls {n}": PLSRegression(min(n, features), scale=False) for n in COMPONENTS}
    for width in KERNEL_WIDTHS:
        gamma = width / features
        for penalty in KERNEL_PENALTIES:
            raw[f"kernel ridge {penalty:g} {width:g}"] = KernelRidge(kernel="rbf", alpha=penalty, gamma=gamma)
        raw |= {f"svr {c:g} {width:g}": _by_axis(SVR(C=c, epsilon=0.1, gamma=gamma)) for c in COSTS}
    boosting = HistGradientBoostingRegressor(max_iter=150, learning_rate=0.05, max_leaf_nodes=8, random_state=0)
    raw["gradient boosting"] = _by_axis(boosting)
    return {name: ranked(estimator) for name, estimator in raw.items()}


class Blend(RegressorMixin, BaseEstimator):
    """The plain mean of the members' answers."""

    def __init__(self, members: list[BaseEstimator]):
        self.members = members

    def fit(self, features: np.ndarray, emotion: np.ndarray) -> "Blend":
        self.fitted_ = [clone(member).fit(features, emotion) for member in self.members]
        return self

    def predict(self, features: np.ndarray) -> np.ndarray:
        return np.mean([member.predict(features) for member in self.fitted_], axis=0)


def ranked(estimator: BaseEstimator) -> BaseEstimator:
    return make_pipeline(RankGaussian(), StandardScaler(), estimator)


def _by_axis(estimator: BaseEstimator) -> MultiOutputRegressor:
    return MultiOutputRegressor(estimator)
