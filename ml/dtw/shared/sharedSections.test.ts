import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { TrackSet } from '../../trackSet';
import { importanceOf } from '../importance';
import { kernelModule } from './kernelModule';
import { PlainSections } from '../plain/plainSections';
import { sequenceOf } from '../sequence';
import { SharedSections } from './sharedSections';

/** Curves of a random walk; steps and length vary, so that some are flat and some too short. */
const curves = (most: number) =>
  fc
    .record({
      length: fc.integer({ min: 1, max: most }),
      step: fc.constantFrom(0, 0.002, 0.03, 0.2),
      steps: fc.boolean(),
      random: fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })),
    })
    .map(({ length, step, steps, random }): EmotionCurve => {
      const walk = () => {
        let value = random.next().value * 0.5;
        const next = () => (value = Math.tanh(value + step * random.next().value));
        const stored = (sample: number) => (steps ? Math.round(sample * 32767) / 32767 : sample);
        return Float32Array.from({ length }, () => stored(next()));
      };
      return { valence: walk(), arousal: walk() };
    });

/** Curves of one random walk after the other, as they come from storage: the same in every run. */
function walkOf(seed: number): (length: number) => EmotionCurve {
  let state = seed;
  const step = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
  const walk = (length: number) => {
    let value = step();
    const next = () => (value = Math.tanh(value + 0.2 * step()));
    return Float32Array.from({ length }, () => Math.round(next() * 32767) / 32767);
  };
  return (length) => ({ valence: walk(length), arousal: walk(length) });
}

/** Without the sign of zero. */
const numbersOf = ({ valence, arousal }: EmotionCurve) => [...valence, ...arousal].map((value) => value + 0);

const floors = fc.constantFrom(
  undefined,
  { valence: 0.05, arousal: 0.3 },
  { valence: 0.113, arousal: 0.0712 },
  { valence: 0.5, arousal: 0.05 },
);

const options = fc.record({
  comparison: fc.record({
    blend: fc.constantFrom(0, 1, 0.3),
    weights: fc.record({ valence: fc.constantFrom(0.5, 1, 3), arousal: fc.constantFrom(0, 1) }),
    floor: floors,
  }),
  band: fc.constantFrom(0, 0.05, 0.1, 0.3, 1),
  lengthRatio: fc.constantFrom({ min: 0.8, max: 1.25 }, { min: 0.5, max: 2 }, { min: 0.5, max: 0.9 }),
  limit: fc.integer({ min: 1, max: 12 }),
});

const sectionsKernel = kernelModule('sections')!;
const kernels = [
  ...[1, 3].map((threads) => new SharedSections(sectionsKernel, { threads })),
  // Puts its tracks in order after its first piece.
  new SharedSections(sectionsKernel, { threads: 2, patienceMs: -1 }),
];

afterAll(async () => {
  for (const sections of kernels) await sections.close();
});

describe('SharedSections', () => {
  it('equals its plain twin to the last bit', () => {
    const situations = fc.record({
      list: fc.array(curves(90), { maxLength: 8 }),
      drawing: curves(40),
      asked: options,
      kernel: fc.constantFrom(...kernels),
    });
    fc.assert(
      fc.property(situations, ({ list, drawing, asked, kernel }) => {
        const plain = new PlainSections();
        for (let id = 0; id < 8; id++) kernel.delete(id);
        list.forEach((curve, trackId) => [kernel, plain].forEach((each) => each.set(trackId, curve)));
        const query = sequenceOf(drawing, asked.comparison);
        expect(kernel.search(query, asked)).toEqual(plain.search(query, asked));
      }),
      { numRuns: 150 },
    );
  });

  it('equals its plain twin to the last bit where points have weights', () => {
    const situations = fc.record({
      list: fc.array(curves(90), { maxLength: 8 }),
      drawing: curves(40),
      changes: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 }),
      levels: fc.array(fc.constantFrom(0, 0.5, 1, 3, 4), { minLength: 6, maxLength: 6 }),
      asked: options,
      kernel: fc.constantFrom(...kernels),
    });
    fc.assert(
      fc.property(situations, ({ list, drawing, changes, levels, asked, kernel }) => {
        const plain = new PlainSections();
        for (let id = 0; id < 8; id++) kernel.delete(id);
        list.forEach((curve, trackId) => [kernel, plain].forEach((each) => each.set(trackId, curve)));
        const points = drawing.valence.length;
        const given = Array.from(
          { length: points },
          (_, j) => levels[changes.filter((at) => at <= j).length],
        );
        fc.pre(given.some((weight) => weight > 0));
        const importance = importanceOf(given, points);
        const query = sequenceOf(drawing, asked.comparison, importance.weights);
        const search = { ...asked, lengthRatio: undefined, importance };
        expect(kernel.search(query, search)).toEqual(plain.search(query, search));
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same in pieces, also where it puts its tracks in order on the way', () => {
    const random = walkOf(11);
    const plain = new PlainSections();
    const kernel = new SharedSections(sectionsKernel, { threads: 3, patienceMs: 0 });
    for (let trackId = 0; trackId < 120; trackId++) {
      const curve = random(60 + trackId);
      [kernel, plain].forEach((each) => each.set(trackId, curve));
    }
    let most = 0;
    for (const blend of [0, 0.5, 1]) {
      const comparison = { blend, weights: { valence: 1, arousal: 0.7 } };
      const query = sequenceOf(random(40), comparison);
      const asked = { comparison, band: 0.3, limit: 10, lengthRatio: { min: 0.5, max: 2 } };
      const search = kernel.begin(query, asked);
      let pieces = 1;
      for (; !search.step(0); pieces++);
      expect(search.found()).toEqual(plain.search(query, asked));
      search.release();
      most = Math.max(most, pieces);
    }
    expect(most).toBeGreaterThan(100);
  });

  it('finds, where all points weigh the same, what it finds without weights at the same length', () => {
    const situations = fc.record({
      list: fc.array(curves(90), { maxLength: 8 }),
      drawing: curves(40),
      weight: fc.constantFrom(0.3, 1, 4),
      asked: options,
    });
    fc.assert(
      fc.property(situations, ({ list, drawing, weight, asked }) => {
        const [plain, weighted] = [new PlainSections(), new PlainSections()];
        list.forEach((curve, trackId) => [weighted, plain].forEach((each) => each.set(trackId, curve)));
        const points = drawing.valence.length;
        const importance = importanceOf(new Array<number>(points).fill(weight), points);
        const query = sequenceOf(drawing, asked.comparison);
        const rigid = { ...asked, lengthRatio: { min: 1, max: 1 } };
        expect(weighted.search(query, { ...asked, lengthRatio: undefined, importance })).toEqual(
          plain.search(query, rigid),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('equals its plain twin for drawings longer than the blocks of starts, over many tracks and threads', async () => {
    const random = walkOf(7);
    const plain = new PlainSections();
    const kernel = new SharedSections(kernelModule('sections')!, { threads: 3 });
    for (let trackId = 0; trackId < 24; trackId++) {
      const curve = random(90 + 5 * trackId);
      [kernel, plain].forEach((each) => each.set(trackId, curve));
    }
    for (const blend of [0, 0.5, 1]) {
      const floor = { valence: 0.09, arousal: 0.2 };
      const comparison = { blend, weights: { valence: 1, arousal: 0.7 }, floor };
      for (const length of [30, 100, 150]) {
        const query = sequenceOf(random(length), comparison);
        const asked = { comparison, band: 0.1, limit: 10, lengthRatio: { min: 0.9, max: 1.1 } };
        const among = length === 100 ? TrackSet.of([7, 11, 23, 400]) : undefined;
        expect(kernel.search(query, { ...asked, among })).toEqual(plain.search(query, { ...asked, among }));
        const importance = importanceOf(
          Array.from({ length }, (_, j) => (j < length / 3 ? 0.5 : j < length / 2 ? 0 : 3)),
          length,
        );
        const weighted = { ...asked, lengthRatio: undefined, band: 2 / length, importance, among };
        expect(kernel.search(query, weighted)).toEqual(plain.search(query, weighted));
      }
    }
    await kernel.close();
  });

  it('gives curves back as they were given, while tracks come, are replaced and go', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), curves(50))), (changes) => {
        const kept = new Map<number, EmotionCurve>();
        for (const [trackId, curve] of changes) {
          kernels[0].set(trackId, curve);
          kept.set(trackId, curve);
        }
        for (const [trackId, curve] of kept) {
          const end = kernels[0].points(trackId);
          expect(numbersOf(kernels[0].stretch(trackId, { start: 0, end }))).toEqual(numbersOf(curve));
        }
      }),
    );
  });

  it('takes half the memory for curves from storage, and the room of deleted ones again', () => {
    const random = walkOf(3);
    const sections = new SharedSections(kernelModule('sections')!, { threads: 1 });
    const curve = random(600);
    const fill = () => Array.from({ length: 500 }, (_, trackId) => sections.set(trackId, curve));
    const before = sections.bytes;
    fill();
    const after = sections.bytes;
    expect((after - before) / 500).toBeLessThan(2640);
    for (let trackId = 0; trackId < 500; trackId++) sections.delete(trackId);
    fill();
    expect(sections.bytes).toBe(after);
  });
});
