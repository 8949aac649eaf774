"""Tails that scipy computes, for distributions.test.ts.

Run: pip install scipy==1.17.1; python distributions.py > distributions.json
"""

import json

from scipy import special, stats

F = [(0.3, 1, 5), (5.2, 3, 24), (1.0, 2, 36), (4.1, 2.083, 16.66), (60.0, 4, 400), (0.01, 7, 3), (2.5, 36, 1296)]
T = [(0.1, 1), (2.3, 8), (-3.9, 26), (12.0, 36), (1.96, 1000), (0.0, 5), (40.0, 20)]
CHI = [(0.2, 1), (3.763, 2), (9.5, 5), (60.0, 9), (300.0, 20), (0.5, 12), (25.0, 29)]
BETA = [(0.3, 0.5, 0.5), (0.999, 2, 30), (1e-6, 4, 0.5), (0.5, 120, 118)]

print(
    json.dumps(
        {
            "f": [[*args, stats.f.sf(*args)] for args in F],
            "t": [[*args, 2 * stats.t.sf(abs(args[0]), args[1])] for args in T],
            "chiSquare": [[*args, stats.chi2.sf(*args)] for args in CHI],
            "beta": [[*args, special.betainc(args[1], args[2], args[0])] for args in BETA],
            "logGamma": [[x, special.gammaln(x)] for x in [0.1, 0.5, 1.0, 3.5, 12.0, 480.5]],
        }
    )
)
