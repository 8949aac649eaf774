import { describe, expect, it } from 'vitest';
import { areRatedCurvesThere, ratedCurves, ratedCurvesPath } from '../testing/ratedCurves.testing';
import realReference from '../reference/real.json';
import syntheticReference from '../reference/synthetic.json';
import { TrajectoryIndex, type TrajectoryQuery } from './trajectorySearch';

type Case = (typeof syntheticReference.cases)[number] | (typeof realReference.cases)[number];

function queryOf(reference: Case): TrajectoryQuery {
  const { points, durationSeconds, blend, band, limit } = reference;
  const [valence, arousal] = reference.weights;
  const ratio = reference.lengthRatio;
  return {
    points,
    durationSeconds,
    scope: reference.scope === 'section' ? 'section' : 'track',
    blend,
    band,
    limit,
    weights: { valence, arousal },
    lengthRatio: ratio ? { min: ratio[0], max: ratio[1] } : undefined,
  };
}

const nameOf = ({ scope, blend, band, weights, lengthRatio }: Case) =>
  `${scope}, blend ${blend}, band ${band}, weights ${weights.join(' ')}, lengths ${lengthRatio?.join(' to ') ?? '-'}`;

describe('reference/synthetic.json (numpy, dtaidistance, dtw-python)', () => {
  const index = new TrajectoryIndex();
  for (const { trackId, valence, arousal } of syntheticReference.tracks) {
    index.set(trackId, { valence: Float32Array.from(valence), arousal: Float32Array.from(arousal) });
  }
  it.each(syntheticReference.cases.map((reference) => [nameOf(reference), reference] as const))(
    '%s',
    (_, reference) => {
      const { matches } = index.search(queryOf(reference));
      expect(matches.map(({ trackId, section }) => [trackId, section.start, section.end])).toEqual(
        reference.matches.map(({ trackId, section }) => [trackId, ...section]),
      );
      matches.forEach((match, place) => {
        const expected = reference.matches[place];
        expect(match.distance).toBeCloseTo(expected.distance, 5);
        expect(match.path).toEqual(expected.path);
        match.error.forEach((error, point) => expect(error).toBeCloseTo(expected.error[point], 5));
      });
    },
  );
});

describe('reference/real.json: rated curves of emoMusic and PMEmo', () => {
  const present = areRatedCurvesThere();
  if (!present) console.warn(`skipped: the rated curves are not there (${ratedCurvesPath})`);
  const indices = new Map<string, TrajectoryIndex>();
  const indexOf = (dataset: string) => {
    const index = indices.get(dataset) ?? new TrajectoryIndex();
    if (index.size === 0)
      ratedCurves[dataset as keyof typeof ratedCurves]().forEach((curve, trackId) =>
        index.set(trackId, curve),
      );
    indices.set(dataset, index);
    return index;
  };
  it
    .skipIf(!present)
    .each(realReference.cases.map((reference) => [reference.dataset, nameOf(reference), reference] as const))(
    '%s: %s',
    (dataset, _, reference) => {
      const { matches, searched } = indexOf(dataset).search(queryOf(reference));
      expect(searched).toBe(reference.searched);
      expect(matches.map(({ trackId, section }) => [trackId, section.start, section.end])).toEqual(
        reference.matches.map(({ trackId, section }) => [trackId, ...section]),
      );
      matches.forEach((match, place) =>
        expect(match.distance).toBeCloseTo(reference.matches[place].distance, 5),
      );
    },
  );
});
