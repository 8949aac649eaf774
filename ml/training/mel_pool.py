"""Half-second sums of log-mel frames, and features of any window pooled from them.

Hand-made features, as a baseline of the learned ones. With x the mel power of a band of a frame, p its mean over the
bands, and frames 16 ms apart:

  z = log10(x / p + RELATIVE_FLOOR)   shape of the spectrum, free of the recording's level
  l = log10(p)                        loudness
  u = z + l                           used in differences only, where the recording's level cancels

Everything read from a window is a mean over its frames, each half second weighted by `gate`, so that pauses, fades and
leading silence count little.
"""

import numpy as np

from front_end import FrontEnd

HALF_SECOND_SAMPLES = 8000
LEAST_FRAMES = 16
BANDS = 96
GROUPS = 12
LAGS = (1, 2, 4, 8, 16)
RELATIVE_FLOOR = 1e-5
POWER_FLOOR = 1e-9
GATE = 1e-4

SUMS = 4 + 3 * BANDS + len(LAGS) * (GROUPS + 1)
FEATURES = 3 * BANDS + len(LAGS) * (GROUPS + 1) + 2


def half_second_sums(frames: np.ndarray, front_end: FrontEnd) -> np.ndarray:
    """Sums over the frames of every half second, float64 [halfSeconds, SUMS].

    frames: log-mel [n, BANDS]; a frame belongs to the half second that holds its centre sample. A last half second of
    fewer than LEAST_FRAMES frames is joined to the one before. Columns: frame count, sum of p, sum of l, squared
    deviations of l from the half second's mean; per band the sum of z, the squared deviations of z from the half
    second's mean, the sum of |u - u one frame before|; per lag and group of neighbouring bands the sum of
    |mean u - mean u a lag before|; per lag the sum of |l - l a lag before|.
    """
    power = np.expm1(frames.astype(float) * np.log(10)) / front_end.compression_gain
    frame_power = power.mean(axis=1) + POWER_FLOOR
    loudness = np.log10(frame_power)
    shape = np.log10(power / frame_power[:, None] + RELATIVE_FLOOR)
    level = shape + loudness[:, None]
    grouped = level.reshape(len(level), GROUPS, -1).mean(axis=2)

    owner, starts = _half_seconds(len(frames), front_end)

    def total(values: np.ndarray) -> np.ndarray:
        return np.add.reduceat(values.reshape(len(frames), -1), starts, axis=0)

    def scatter(values: np.ndarray) -> np.ndarray:
        values = values.reshape(len(frames), -1)
        return total((values - (total(values) / count)[owner]) ** 2)

    count = np.bincount(owner).astype(float)[:, None]
    columns = [count, total(frame_power), total(loudness), scatter(loudness)]
    columns += [total(shape), scatter(shape), total(_lagged(level, 1))]
    columns += [total(_lagged(grouped, lag)) for lag in LAGS] + [total(_lagged(loudness, lag)) for lag in LAGS]
    return np.hstack(columns)


def _half_seconds(frame_count: int, front_end: FrontEnd) -> tuple[np.ndarray, np.ndarray]:
    """The half second of every frame, and the first frame of every half second."""
    owner = np.arange(frame_count) * front_end.hop_samples // HALF_SECOND_SAMPLES
    last = owner[-1]
    if last > 0 and np.count_nonzero(owner == last) < LEAST_FRAMES:
        owner[owner == last] = last - 1
    return owner, np.searchsorted(owner, np.arange(owner[-1] + 1))


def _lagged(values: np.ndarray, lag: int) -> np.ndarray:
    """|v[t] - v[t - lag]|, zero for the first `lag` frames."""
    result = np.zeros_like(values)
    result[lag:] = np.abs(values[lag:] - values[:-lag])
    return result


def gate(sums: np.ndarray) -> np.ndarray:
    """Weight of every half second in (0, 1]: near 0 where it is 40 dB and more below the track's mean power."""
    power = sums[:, 1] / sums[:, 0]
    return power / (power + GATE * power.mean())


def window_features(sums: np.ndarray, start: int, stop: int) -> np.ndarray:
    """Features of half seconds start..stop (exclusive) of a track's sums, [FEATURES].

    Per band mean, standard deviation and mean absolute difference; the lagged differences of groups and loudness;
    standard deviation of loudness; loudness relative to the whole track.
    """
    weights = gate(sums)
    track_loudness = weights @ sums[:, 2] / (weights @ sums[:, 0])
    part, weights = sums[start:stop], weights[start:stop]
    count = weights @ part[:, 0]
    mean = weights @ part / count
    edges = 4 + BANDS * np.arange(4)
    band_mean, band_difference = mean[edges[0] : edges[1]], mean[edges[2] : edges[3]]
    band_spread = _pooled_spread(part, weights, (slice(edges[0], edges[1]), slice(edges[1], edges[2])))
    loudness_spread = _pooled_spread(part, weights, (slice(2, 3), slice(3, 4)))
    relative_loudness = [mean[2] - track_loudness]
    lagged = mean[edges[3] :]
    return np.concatenate([band_mean, band_spread, band_difference, lagged, loudness_spread, relative_loudness])


def _pooled_spread(part: np.ndarray, weights: np.ndarray, columns: tuple[slice, slice]) -> np.ndarray:
    """Standard deviation over a window from sums and within-half-second squared deviations (Chan et al. 1979)."""
    count = weights @ part[:, 0]
    own_mean = part[:, columns[0]] / part[:, :1]
    mean = weights @ part[:, columns[0]] / count
    between = (weights * part[:, 0]) @ (own_mean - mean) ** 2
    return np.sqrt((weights @ part[:, columns[1]] + between) / count)


def centred_windows(half_seconds: int, window: int) -> list[tuple[int, int]]:
    """Bounds of the window around every half second, `window` (odd) long and cut at the track's ends."""
    reach = window // 2
    return [(max(0, i - reach), min(half_seconds, i + reach + 1)) for i in range(half_seconds)]


def all_window_features(sums: np.ndarray, window: int) -> np.ndarray:
    """Features of the centred window of every half second, [halfSeconds, FEATURES]."""
    return np.array([window_features(sums, start, stop) for start, stop in centred_windows(len(sums), window)])
