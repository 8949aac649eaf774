import { type Dimension, dimensions } from '../affect/dimension';

/** What is believed of one axis before any correction. Shares are of the model's variance, and sum to 1 at most. */
export interface EarAxisSettings {
  /** Share that is the same for all tracks: the person's own zero. */
  zero: number;
  /** Share that goes with the model's point, where that is -1 or 1: the person's own slope. */
  slope: number;
  /** Share that is alike for tracks that sound alike. What the three leave is a track's own and teaches nothing of others. */
  smooth: number;
  /** Standard deviation of one correction, in units of the plane, 0.01 or more: how differently a person places a track again. */
  noise: number;
}

export interface EarSettings {
  /** How far a correction carries, in root mean squared distances between two tracks of the library; above 0. */
  reach: number;
  axes: Record<Dimension, EarAxisSettings>;
}

const shares = { zero: 0.15, slope: 0.1, smooth: 0.5 };

/**
 * Chosen where a model meets music unlike its own (`reference/kinds_left_out.py`): ridges on MusiCNN's 200 numbers for 4Q's
 * labels, with each of six, or ten, kinds of its music left out and corrected afterwards. Likeliest there are a smooth share of
 * 0.5 to 0.6, a reach of 0.25 to 0.35, a slope of 0.2 and hardly a zero. Half the slope and some zero are believed, at next to
 * no loss, since a person's or a whole set's zero may lie elsewhere, which kinds within one set cannot show. With these
 * settings, 10 and 25 corrections bring the RMSE of valence on the rest of a kind from .368 to .331 and .318 (six kinds), that of
 * arousal from .166 to .159 and .156. The noise of one person's word is assumed: those labels are means over many words.
 */
export const defaultEarSettings: EarSettings = {
  reach: 0.35,
  axes: { valence: { ...shares, noise: 0.1 }, arousal: { ...shares, noise: 0.1 } },
};

/** With less noise, tracks that sound the same could not be corrected differently in single precision. */
const leastNoise = 0.01;
const roundingOfShares = 1e-9;

/** @throws RangeError for a share below 0, shares above 1 together, a reach not above 0, or a noise below 0.01. */
export function requireEarSettings({ reach, axes }: EarSettings): void {
  if (!(reach > 0 && reach < Infinity)) throw new RangeError(`invalid reach: ${reach} (above 0)`);
  for (const dimension of dimensions) {
    const { zero, slope, smooth, noise } = axes[dimension];
    if (!(noise >= leastNoise && noise < Infinity)) {
      throw new RangeError(`invalid noise of ${dimension}: ${noise} (${leastNoise} or more)`);
    }
    for (const [name, share] of Object.entries({ zero, slope, smooth })) {
      if (!(share >= 0)) throw new RangeError(`invalid ${name} of ${dimension}: ${share} (0 or more)`);
    }
    if (zero + slope + smooth > 1 + roundingOfShares) {
      throw new RangeError(
        `invalid shares of ${dimension}: ${zero} + ${slope} + ${smooth} (1 at most together)`,
      );
    }
  }
}
