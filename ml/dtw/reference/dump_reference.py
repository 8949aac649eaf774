"""Expected results of the trajectory search, by other means than the code under test.

    python -m venv .venv && .venv/bin/pip install numpy==2.4.6 dtaidistance==2.5.1 dtw-python==1.9.0
    .venv/bin/python ml/dtw/reference/dump_reference.py synthetic > ml/dtw/reference/synthetic.json
    .venv/bin/python ml/dtw/reference/dump_reference.py real ../shared/data > ml/dtw/reference/real.json

Every candidate is compared in full, without bounds, by numpy. Each reported whole track is compared a second time by
dtaidistance, each reported section by dtw-python; the script stops where they disagree. `synthetic` holds random
curves and all results; `real` holds track ids and distances only, of curves that are not part of this project.
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np
from dtaidistance import dtw_ndim
from dtw import dtw, symmetric1

HOP = 0.5
FLOOR = 0.05
SEGMENTS = 64
EDGE = 1e-9


def segment_means(values, count):
    """Differences of the running integral; where there are too few samples, linear interpolation at the middles."""
    length = len(values)
    if length < count:
        middles = (np.arange(count) + 0.5) * length / count - 0.5
        return np.stack([np.interp(middles, np.arange(length), column) for column in values.T], axis=1)
    edges = np.arange(count + 1) * length / count
    integral = np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])
    at_edges = np.stack([np.interp(edges, np.arange(length + 1), column) for column in integral.T], axis=1)
    return np.diff(at_edges, axis=0) * count / length


def coordinates(values, blend, weights):
    """(..., points, 2) to (..., points, 2 or 4) such that the pair cost is the squared Euclidean distance."""
    mean = values.mean(axis=-2, keepdims=True)
    shape = (values - mean) / np.maximum(values.std(axis=-2, keepdims=True), FLOOR)
    scaled = [np.sqrt((1 - blend) * np.array(weights)) * values, np.sqrt(blend * np.array(weights)) * shape]
    return np.concatenate([part for part, share in zip(scaled, [1 - blend, blend]) if share > 0], axis=-1)


def square_band(count, band):
    i = np.arange(count)
    return np.abs(i[:, None] - i[None, :]) <= int(np.floor(band * count + 0.5))


def slanted_band(m, n, band):
    i, j = np.arange(m)[:, None], np.arange(n)[None, :]
    return np.abs(i * n - j * m) <= band * n * m + EDGE


def tables(query, curves, allowed):
    """Summed costs (curves, m, n) of the cheapest ways, for many curves (curves, m, dimensions) at once."""
    m, n = allowed.shape
    sums = np.full((len(curves), m, n), np.inf)
    for i in range(m):
        for j in np.nonzero(allowed[i])[0]:
            cost = ((curves[:, i] - query[j]) ** 2).sum(axis=-1)
            before = [sums[:, i - a, j - b] for a, b in [(1, 1), (0, 1), (1, 0)] if i >= a and j >= b]
            sums[:, i, j] = cost + (np.min(before, axis=0) if before else 0)
    return sums


def align(query, curve, allowed):
    sums = tables(query, curve[None], allowed)[0]
    i, j = sums.shape[0] - 1, sums.shape[1] - 1
    path = [(j, i)]
    while i + j > 0:
        steps = [(i - a, j - b) for a, b in [(1, 1), (0, 1), (1, 0)] if i >= a and j >= b]
        i, j = min(steps, key=lambda step: sums[step])
        path.insert(0, (j, i))
    pairs = np.array(path)
    costs = ((curve[pairs[:, 1]] - query[pairs[:, 0]]) ** 2).sum(axis=1)
    error = [np.sqrt(costs[pairs[:, 0] == j].mean()) for j in range(len(query))]
    return path, error


def check_whole(query, curve, distance, path, band):
    window = int(np.floor(band * SEGMENTS + 0.5)) + 1  # dtaidistance keeps |i - j| < window
    other = dtw_ndim.distance(query, curve, window=window) / np.sqrt(len(query))
    assert abs(other - distance) < 1e-9, (other, distance)
    assert [tuple(map(int, pair)) for pair in dtw_ndim.warping_path(query, curve, window=window)] == path


def check_section(query, curve, distance, allowed):
    costs = ((curve[:, None] - query[None]) ** 2).sum(axis=-1)
    window = lambda i, j, query_size, reference_size: allowed[i.astype(int), j.astype(int)]
    other = np.sqrt(dtw(costs, step_pattern=symmetric1, window_type=window).distance / len(query))
    assert abs(other - distance) < 1e-9, (other, distance)


def sampled(points, duration, hop):
    times = (np.arange(max(1, round(duration / hop))) + 0.5) * hop
    t = [point["t"] for point in points]
    return np.stack([np.interp(times, t, [p[name] for p in points]) for name in ("valence", "arousal")], axis=1)


def whole_matches(tracks, case, query):
    blend, weights, band = case["blend"], case["weights"], case["band"]
    query = coordinates(segment_means(query, SEGMENTS), blend, weights)
    curves = {key: coordinates(segment_means(values, SEGMENTS), blend, weights) for key, values in tracks.items()}
    allowed = square_band(SEGMENTS, band)
    sums = tables(query, np.stack(list(curves.values())), allowed)[:, -1, -1]
    distances = np.sqrt(sums / len(query))
    ranked = sorted(zip(distances.tolist(), curves))[: case["limit"]]
    matches = []
    for distance, key in ranked:
        path, error = align(query, curves[key], allowed)
        check_whole(query, curves[key], distance, path, band)
        section = [0, len(tracks[key]) * HOP]
        matches.append({"trackId": key, "distance": distance, "section": section, "path": path, "error": error})
    return matches


def all_sections(tracks, case, query):
    """(distance, track, start, length) of every stretch of every track."""
    n = len(query)
    blend, weights, band = case["blend"], case["weights"], case["band"]
    low, high = case["lengthRatio"]
    for m in range(int(np.ceil(n * low - EDGE)), int(np.floor(n * high + EDGE)) + 1):
        places = [(key, start) for key, values in tracks.items() for start in range(len(values) - m + 1)]
        allowed = slanted_band(m, n, band)
        for block in range(0, len(places), 2000):
            some = places[block : block + 2000]
            stretches = np.stack([tracks[key][start : start + m] for key, start in some])
            sums = tables(coordinates(query, blend, weights), coordinates(stretches, blend, weights), allowed)
            for (key, start), total in zip(some, sums[:, -1, -1]):
                if np.isfinite(total):
                    yield float(np.sqrt(total / n)), key, start, m


def section_matches(tracks, case, query):
    taken = []
    for found in sorted(all_sections(tracks, case, query)):
        _, key, start, m = found
        rivals = [other for other in taken if other[1] == key]
        shared = [min(start + m, s + k) - max(start, s) for _, _, s, k in rivals]
        if all(2 * part <= min(m, k) for part, (_, _, _, k) in zip(shared, rivals)):
            taken.append(found)
        if len(taken) == case["limit"]:
            break
    matches = []
    for distance, key, start, m in taken:
        allowed = slanted_band(m, len(query), case["band"])
        compared = coordinates(query, case["blend"], case["weights"])
        curve = coordinates(tracks[key][start : start + m], case["blend"], case["weights"])
        check_section(compared, curve, distance, allowed)
        path, error = align(compared, curve, allowed)
        path = [(j, start + i) for j, i in path]
        section = [start * HOP, (start + m) * HOP]
        matches.append({"trackId": key, "distance": distance, "section": section, "path": path, "error": error})
    return matches


def matches_of(tracks, case):
    query = sampled(case["points"], case["durationSeconds"], HOP)
    find = whole_matches if case["scope"] == "track" else section_matches
    return find(tracks, case, query)


def drawing(random, seconds):
    times = np.sort(random.uniform(0, seconds, 4)).round(2)
    return [{"t": float(t), "valence": v, "arousal": a} for t, (v, a) in zip(times, random.uniform(-0.7, 0.7, (4, 2)).round(2).tolist())]


def wandering(random, length):
    steps = np.cumsum(random.normal(0, 0.03, (length, 2)), axis=0)
    return np.clip(random.uniform(-0.5, 0.5, 2) + steps, -1, 1).round(3)


def rounded(value):
    if isinstance(value, float):
        return round(value, 7)
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    return [rounded(part) for part in value] if isinstance(value, (list, tuple)) else value


def cases(random, seconds, limit):
    settings = [
        ("track", 0, 0.1, [1, 1], None),
        ("track", 1, 0.1, [1, 1], None),
        ("track", 0.3, 0.2, [1, 0.5], None),
        ("track", 1, 0, [1, 1], None),
        ("section", 0, 0.1, [1, 1], [0.8, 1.25]),
        ("section", 1, 0.1, [1, 1], [0.8, 1.25]),
        ("section", 0.5, 0.15, [0.5, 2], [0.9, 1.5]),
        ("section", 0, 0.05, [1, 0], [0.5, 1]),
    ]
    for scope, blend, band, weights, ratio in settings:
        yield {
            "scope": scope, "blend": blend, "band": band, "weights": weights, "lengthRatio": ratio, "limit": limit,
            "durationSeconds": seconds, "points": drawing(random, seconds),
        }  # fmt: skip


def synthetic():
    random = np.random.default_rng(20261120)
    lengths = [24, 33, 48, 60, 64, 75, 90, 110, 128, 150, 90, 64]
    tracks = {key + 1: wandering(random, length) for key, length in enumerate(lengths)}
    tracks[len(tracks)] = tracks[5].copy()  # a tie, for the track id to decide
    results = [case | {"matches": matches_of(tracks, case)} for case in cases(random, 17.3, 6)]
    curves = [{"trackId": key, "valence": v[:, 0].tolist(), "arousal": v[:, 1].tolist()} for key, v in tracks.items()]
    return {"tracks": curves, "cases": results}


def emomusic(data):
    def read(name):
        rows = csv.reader((data / "emomusic_dynamic" / f"{name}_cont_average.csv").open())
        next(rows)
        return {int(row[0]): [float(cell) for cell in row[1:] if cell] for row in rows}

    valence, arousal = read("valence"), read("arousal")
    return {key: np.array([valence[key], arousal[key]]).T for key in valence}


def pmemo(data):
    tracks = {}
    for row in csv.DictReader((data / "pmemo" / "dynamic_annotations.csv").open()):
        point = [2 * float(row["Valence(mean)"]) - 1, 2 * float(row["Arousal(mean)"]) - 1]
        tracks.setdefault(int(row["musicId"]), []).append(point)
    return {key: np.array(points) for key, points in tracks.items()}


def real(data):
    random = np.random.default_rng(20261120)
    results = []
    for name, tracks in [("emomusic", emomusic(data)), ("pmemo", pmemo(data))]:
        for case in cases(random, 12.0, 10):
            # Single precision, as the curves are stored: in shape mode the floor is near and rounding counts.
            matches = matches_of({key: values.astype(np.float32).astype(float) for key, values in tracks.items()}, case)
            kept = [{key: match[key] for key in ("trackId", "distance", "section")} for match in matches]
            results.append(case | {"dataset": name, "searched": len(tracks), "matches": kept})
    return {"cases": results}


if __name__ == "__main__":
    dumped = synthetic() if sys.argv[1] == "synthetic" else real(Path(sys.argv[2]))
    print(json.dumps(rounded(dumped), separators=(",", ":")))
