import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { drawingOf, library, randomFrom, walk } from '../testing/randomCurves.testing';
import { TrackSet } from '../../trackSet';
import { kernelModule } from './kernelModule';
import { PlainWholeTracks } from '../plain/plainWholeTracks';
import { SharedWholeTracks } from './sharedWholeTracks';
import { type WholeTracks, type WholeTrackSearch } from '../wholeTracks';

const kernel = kernelModule('wholeTracks')!;
const opened: SharedWholeTracks[] = [];

function open(threads = 1): SharedWholeTracks {
  const tracks = new SharedWholeTracks(kernel, { threads });
  opened.push(tracks);
  return tracks;
}

afterEach(() => Promise.all(opened.splice(0).map((tracks) => tracks.close())));

const floors = fc.constantFrom(
  undefined,
  { valence: 0.05, arousal: 0.3 },
  { valence: 0.113, arousal: 0.0712 },
  { valence: 0.5, arousal: 0.05 },
);

const part = fc.double({ min: 0, max: 1, noNaN: true });
const searches: fc.Arbitrary<WholeTrackSearch> = fc.record(
  {
    comparison: fc.record({
      blend: fc.oneof(fc.constantFrom(0, 1), part),
      weights: fc.constantFrom(
        { valence: 1, arousal: 1 },
        { valence: 3, arousal: 0 },
        { valence: 1e-3, arousal: 50 },
      ),
      floor: floors,
    }),
    band: fc.oneof(fc.constantFrom(0, 0.02, 0.1, 0.125, 0.14, 1), part),
    limit: fc.constantFrom(1, 2, 10, 300),
    among: fc.uniqueArray(fc.nat(400), { maxLength: 400 }).map((ids) => TrackSet.of(ids)),
  },
  { requiredKeys: ['comparison', 'band', 'limit'] },
);

describe('SharedWholeTracks', () => {
  it('equals its plain twin to the last bit, for any library, comparison, band, limit and filter', () => {
    const run = fc.property(
      fc.record({ seed: fc.nat(), count: fc.nat(400) }),
      fc.array(searches, { maxLength: 3 }),
      ({ seed, count }, list) => {
        const curves = library(seed, count);
        const [shared, plain] = [open(), new PlainWholeTracks()];
        for (const tracks of [shared, plain]) curves.forEach((curve, id) => tracks.set(400 - id, curve));
        list.forEach((search, index) => {
          const drawing = drawingOf(seed + index, curves);
          expect(shared.search(drawing, search)).toEqual(plain.search(drawing, search));
        });
      },
    );
    fc.assert(run, { numRuns: 200 });
  });

  it('equals its plain twin while tracks come, are replaced and go', () => {
    const changes = fc.array(fc.record({ trackId: fc.nat(60), seed: fc.nat(), gone: fc.boolean() }), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(changes, searches, fc.nat(), (list, search, seed) => {
        const both: WholeTracks[] = [open(), new PlainWholeTracks()];
        const drawing = walk(randomFrom(seed), 0.1);
        list.forEach(({ trackId, seed: own, gone }, index) => {
          for (const tracks of both) {
            if (gone) tracks.delete(trackId);
            else tracks.set(trackId, walk(randomFrom(own), 0.1));
          }
          expect(both[0].size).toBe(both[1].size);
          if (index % 20 > 0) return;
          expect(both[0].search(drawing, search)).toEqual(both[1].search(drawing, search));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same with several threads over several blocks, whenever the helpers join', async () => {
    const curves = library(7, 20_000);
    const [shared, plain] = [open(3), new PlainWholeTracks()];
    for (const tracks of [shared, plain]) curves.forEach((curve, trackId) => tracks.set(trackId, curve));
    for (let round = 0; round < 30; round++) {
      const drawing = drawingOf(round, curves);
      const floor = { valence: 0.05 + 0.02 * Math.floor(round / 6), arousal: 0.11 };
      const comparison = { blend: [0, 1, 0.3][round % 3], weights: { valence: 1, arousal: 1 }, floor };
      const search = { comparison, band: 0.1, limit: 25 };
      expect(shared.search(drawing, search)).toEqual(plain.search(drawing, search));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });

  it('gives levels back as they are stored, within 2^-24 but for +1', () => {
    const [shared, plain] = [open(), new PlainWholeTracks()];
    const curve = walk(randomFrom(3), 0.5);
    for (const tracks of [shared, plain]) tracks.set(5, curve);
    expect(shared.level(5)).toEqual(plain.level(5));
    for (const side of ['valence', 'arousal'] as const) {
      shared.level(5)[side].forEach((value, index) => {
        const step = curve[side][index] === 1 ? 2 ** -23 : 2 ** -24;
        expect(Math.abs(value - curve[side][index])).toBeLessThanOrEqual(step);
      });
    }
  });

  it('holds a track in less than 600 bytes, and uses the room of deleted ones again', () => {
    const shared = open();
    const curve = walk(randomFrom(1), 0.1);
    for (let trackId = 0; trackId < 3 * 4096; trackId++) shared.set(trackId, curve);
    const bytes = shared.bytes;
    shared.search(curve, {
      comparison: { blend: 0, weights: { valence: 1, arousal: 1 } },
      band: 0.1,
      limit: 10,
    });
    expect((shared.bytes - open().bytes) / shared.size).toBeLessThan(560);
    for (let trackId = 0; trackId < 4096; trackId++) {
      shared.delete(trackId);
      shared.set(trackId + 100_000, curve);
    }
    expect(shared.bytes).toBeLessThan(bytes + 65_536);
  });
});
