"""Tails that scipy computes, for distributions.test.ts.

Run: pip install scipy==1.17.1; python distributions.py > distributions.json
"""

import json

from scipy import special, stats

F = [(0.3, 1, 5), (5.2, 3, 24), (1.0, 2, 36), (4.1, 2.083, 16.66), (60.0, 4, 400), (0.01, 7, 3), (2.5, 36, 1296)]
T = [(0.1, 1), (2.3, 8), (-3.9, 26), (12.0, 36), (1.96, 1000), (0.0, 5), (40.0, 20)]
CHI = [(0.2, 1), (3.763, 2), (9.5, 5), (60.0, 9), (300.0, 20), (0.5, 12), (25.0, 29)]
T_QUANTILES = [(0.05, 9), (0.001, 1), (0.5, 4), (0.005, 26), (0.05, 36), (1e-6, 12)]
MEANS = [([0.1, 0.4, -0.2, 0.3, 0.25], 0.05), ([1.0, 2.0], 0.1), ([0.5] * 4 + [0.6] * 8, 0.005)]
BETA = [(0.3, 0.5, 0.5), (0.999, 2, 30), (1e-6, 4, 0.5), (0.5, 120, 118)]

print(
    json.dumps(
        {
            "f": [[*args, stats.f.sf(*args)] for args in F],
            "t": [[*args, 2 * stats.t.sf(abs(args[0]), args[1])] for args in T],
            "tQuantile": [[p, degrees, stats.t.isf(p / 2, degrees)] for p, degrees in T_QUANTILES],
            "meanInterval": [
                [outside, values, *stats.ttest_1samp(values, 0).confidence_interval(1 - outside)]
                for values, outside in MEANS
            ],
            "chiSquare": [[*args, stats.chi2.sf(*args)] for args in CHI],
            "beta": [[*args, special.betainc(args[1], args[2], args[0])] for args in BETA],
            "logGamma": [[x, special.gammaln(x)] for x in [0.1, 0.5, 1.0, 3.5, 12.0, 480.5]],
        }
    )
)
