"""What pingouin, statsmodels and the definitions in numpy say of repeated measures, for repeatedMeasuresAnova.test.ts.

Run: pip install pingouin==0.7.0 statsmodels==0.15.0; python anova.py > anova.json

pingouin gives everything but Huynh and Feldt's epsilon for single effects of two factors and both eta squared at once;
its own functions are asked for those. statsmodels is asked for F and p as well, and the two must agree.
"""

import json

import numpy as np
import pandas as pd
import pingouin as pg
from scipy import stats
from statsmodels.stats.anova import AnovaRM


def long(cells: np.ndarray) -> pd.DataFrame:
    index = pd.MultiIndex.from_product([range(n) for n in cells.shape], names=["who", "feature", "piece"])
    return pd.DataFrame({"value": cells.ravel()}, index=index).reset_index()


def effects(cells: np.ndarray) -> list[dict]:
    """[participants, features, pieces]; one piece makes it an analysis of one factor."""
    table = long(cells)
    within = ["feature", "piece"] if cells.shape[2] > 1 else ["feature"]
    asked = dict(data=table, dv="value", subject="who")
    asked_all = dict(**asked, within=within, detailed=True, correction=True)
    rows = {effsize: pg.rm_anova(**asked_all, effsize=effsize) for effsize in ["ng2", "np2"]}
    judge = AnovaRM(table, "value", "who", within=within).fit().anova_table
    found = []
    for index in range(len(judge)):
        row = rows["ng2"].iloc[index]
        factors = [[f] for f in within][index] if index < len(within) else within
        name = " x ".join(factors)
        degrees, error = (row["ddof1"], row["ddof2"]) if len(within) > 1 else (row["DF"], rows["ng2"].iloc[1]["DF"])
        assert np.isclose(judge["F Value"].iloc[index], row["F"]) and np.isclose(judge["Pr > F"].iloc[index], row["p_unc"])
        huynh = pg.epsilon(**asked, within=factors if len(factors) > 1 else factors[0], correction="hf")
        # With one contrast nothing can differ; with more contrasts than participants their covariance is singular.
        tested = 1 < degrees <= len(cells) - 1
        found.append(
            {
                "effect": name,
                "f": row["F"],
                "degrees": float(degrees),
                "errorDegrees": float(error),
                "p": row["p_unc"],
                "mauchlyW": row["W_spher"] if tested else None,
                "mauchlyP": row["p_spher"] if tested else None,
                "greenhouseGeisser": row["eps"],
                "huynhFeldt": float(huynh),
                "pGreenhouseGeisser": row["p_GG_corr"],
                "pHuynhFeldt": stats.f.sf(row["F"], degrees * huynh, error * huynh),
                "partialEtaSquared": rows["np2"].iloc[index]["np2"],
                "generalisedEtaSquared": row["ng2"],
            }
        )
    return found


def study(participants: int, features: int, pieces: int) -> np.ndarray:
    rng = np.random.default_rng(participants)
    shape = participants, features, pieces
    who = rng.normal(0, 0.2, (participants, 1, 1)) + rng.normal(0, 0.1, (participants, features, 1))
    what = np.linspace(0, 0.15, features)[None, :, None] + rng.normal(0, 0.05, (1, features, pieces))
    return np.round(0.3 + who + what + rng.normal(0, 0.12, shape) * np.arange(1, features + 1)[None, :, None], 4)


def case(cells: np.ndarray) -> dict:
    return {"cells": cells.tolist(), "effects": effects(cells)}


def paired() -> dict:
    cells = study(12, 3, 2).mean(axis=2)
    result = pg.ttest(cells[:, 0], cells[:, 2], paired=True)
    difference = cells[:, 0] - cells[:, 2]
    return {
        "one": cells[:, 0].tolist(),
        "other": cells[:, 2].tolist(),
        "t": float(result["T"].iloc[0]),
        "p": float(result["p_val"].iloc[0]),
        "cohenDz": float(difference.mean() / difference.std(ddof=1)),
    }


cases = [case(study(*shape)) for shape in [(12, 4, 1), (9, 3, 3), (14, 2, 4), (6, 4, 3)]]
print(json.dumps({"cases": cases, "paired": paired()}, default=float))
