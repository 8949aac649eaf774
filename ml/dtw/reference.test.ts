import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Trajectory } from './curve';
import realReference from './reference/real.json';
import syntheticReference from './reference/synthetic.json';
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

const data = new URL('../../../shared/data/', import.meta.url);

/** Track id to curve: the raters' mean, which these sets give from 15 s on, taken as a whole track. */
const readers: Record<string, () => Map<number, Trajectory>> = {
  emomusic: () => {
    const read = (name: string) =>
      readFileSync(new URL(`emomusic_dynamic/${name}_cont_average.csv`, data), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(','))
        .map(([id, ...cells]) => [Number(id), cells.filter((cell) => cell !== '').map(Number)] as const);
    const arousal = new Map(read('arousal'));
    return new Map(
      read('valence').map(([id, values]) => [
        id,
        { valence: Float32Array.from(values), arousal: Float32Array.from(arousal.get(id)!) },
      ]),
    );
  },
  pmemo: () => {
    const rows = readFileSync(new URL('pmemo/dynamic_annotations.csv', data), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const byTrack = new Map<number, number[][]>();
    for (const row of rows.map((line) => line.split(',').map(Number))) {
      byTrack.set(row[0], [...(byTrack.get(row[0]) ?? []), row]);
    }
    return new Map(
      [...byTrack].map(([id, points]) => [
        id,
        {
          valence: Float32Array.from(points, ([, , , valence]) => 2 * valence - 1),
          arousal: Float32Array.from(points, ([, , arousal]) => 2 * arousal - 1),
        },
      ]),
    );
  },
};

describe('reference/real.json: rated curves of emoMusic and PMEmo', () => {
  const present = existsSync(data);
  if (!present) console.warn(`skipped: the rated curves are not there (${data.pathname})`);
  const indices = new Map<string, TrajectoryIndex>();
  const indexOf = (dataset: string) => {
    const index = indices.get(dataset) ?? new TrajectoryIndex();
    if (index.size === 0) readers[dataset]().forEach((curve, trackId) => index.set(trackId, curve));
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
