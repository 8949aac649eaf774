import { describe, expect, it } from 'vitest';
import { matrixOf, rowOf } from '../matrix/matrix';
import { earLibraryOf, libraryOfTracks } from './earLibrary';
import { likenessTo } from './likeness';
import { simulatedLibrary, simulatedTracks } from './testing/libraries.testing';

/** Squared distances of all pairs of rows at length 1, straight from what they are. */
function plainDistances(values: Float32Array, columns: number): number[][] {
  const units = Array.from({ length: values.length / columns }, (_, row) => {
    const own = Array.from(values.subarray(row * columns, (row + 1) * columns));
    const length = Math.hypot(...own);
    return own.map((value) => (length > 0 ? value / length : 0));
  });
  return units.map((one) =>
    units.map((other) => one.reduce((sum, value, column) => sum + (value - other[column]) ** 2, 0)),
  );
}

describe('earLibraryOf', () => {
  it('measures how far tracks lie from each other', () => {
    const tracks = simulatedTracks({ tracks: 23, columns: 7 });
    rowOf(tracks.embedding, 4).fill(0);
    const distances = plainDistances(tracks.embedding.values, 7).flat();
    const mean = distances.reduce((sum, value) => sum + value, 0) / distances.length;
    expect(earLibraryOf(tracks).spread).toBeCloseTo(mean, 12);
  });

  it('refuses numbers that are none, lengths that disagree, and estimates that are none', () => {
    const faulty = (change: (tracks: ReturnType<typeof simulatedTracks>) => void) => () => {
      const tracks = simulatedTracks({ tracks: 5 });
      change(tracks);
      return earLibraryOf(tracks);
    };
    for (const value of [NaN, Infinity]) {
      expect(faulty(({ embedding }) => (embedding.values[13] = value))).toThrow('invalid embedding');
    }
    expect(faulty(({ embedding }) => (embedding.rows = 6))).toThrow('invalid embedding: 60 numbers');
    expect(faulty(({ axes }) => (axes.arousal.points = new Float32Array(4)))).toThrow(
      'invalid arousal: 4 points, 5 deviations (one of each for 5 tracks)',
    );
    expect(faulty(({ axes }) => (axes.valence.points[2] = NaN))).toThrow('invalid valence: NaN');
    expect(faulty(({ axes }) => (axes.valence.points[2] = 1.5))).toThrow('invalid valence: 1.5');
    for (const value of [0, NaN, Infinity]) {
      expect(faulty(({ axes }) => (axes.valence.deviations[2] = value))).toThrow(
        `invalid deviation of valence: ${value}`,
      );
    }
  });

  it('takes a library without tracks', () => {
    const none = { points: new Float32Array(0), deviations: new Float32Array(0) };
    const empty = { embedding: matrixOf(new Float32Array(0), 12), axes: { valence: none, arousal: none } };
    expect(earLibraryOf(empty).spread).toBe(0);
  });
});

describe('likenessTo', () => {
  it('falls with distance as a bell does, and is 1 for the same sound only', () => {
    const tracks = simulatedTracks({ tracks: 20, columns: 7 });
    tracks.embedding.values.copyWithin(7, 0, 7);
    const library = earLibraryOf(tracks);
    const distances = plainDistances(tracks.embedding.values, 7);
    for (const track of [0, 1, 13]) {
      likenessTo(library, track, 0.4).forEach((value, other) => {
        const wanted = Math.exp(-distances[track][other] / (2 * 0.16 * library.spread));
        expect(value).toBeCloseTo(wanted, 6);
      });
    }
    expect(likenessTo(library, 0, 0.4)[1]).toBe(1);
  });

  it('is the same both ways, to the last bit, and does not mind loudness of rows', () => {
    const library = simulatedLibrary({ tracks: 30, columns: 10 });
    const all = Array.from({ length: 30 }, (_, track) => likenessTo(library, track, 0.5));
    all.forEach((row, track) => row.forEach((value, other) => expect(all[other][track]).toBe(value)));
    const louder = simulatedTracks({ tracks: 30, columns: 10 });
    rowOf(louder.embedding, 3).forEach((value, column) => (rowOf(louder.embedding, 3)[column] = 4 * value));
    expect(likenessTo(earLibraryOf(louder), 3, 0.5)).toEqual(all[3]);
  });
});

describe('libraryOfTracks', () => {
  it('keeps what likeness means', () => {
    const library = simulatedLibrary({ tracks: 30 });
    const some = libraryOfTracks(library, [7, 2, 29]);
    const whole = likenessTo(library, 2, 0.5);
    expect([...likenessTo(some, 1, 0.5)]).toEqual([whole[7], whole[2], whole[29]]);
    expect(some.axes.arousal.points[2]).toBe(library.axes.arousal.points[29]);
  });
});
