import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions } from '../affect/dimension';
import { matrixOf } from '../matrix/matrix';
import { createRandom } from '../random';
import { type Correction } from './correction';
import { Ear } from './ear';
import { type EarLibrary, earLibraryOf } from './earLibrary';
import { defaultEarSettings, type EarSettings } from './earSettings';
import { hearCorrections, logEvidence } from './logEvidence';
import reference from './reference/posterior.json';
import { simulatedLibrary, simulatedTracks } from './testing/libraries.testing';
import { errorOnOthers, simulatedPerson } from './testing/persons.testing';

const library = simulatedLibrary({ tracks: 60 });
const correction: fc.Arbitrary<Correction> = fc.record({
  track: fc.integer({ min: 0, max: 59 }),
  valence: fc.double({ min: -1, max: 1, noNaN: true }),
  arousal: fc.double({ min: -1, max: 1, noNaN: true }),
});
const corrections = fc.uniqueArray(correction, {
  selector: ({ track }) => track,
  minLength: 1,
  maxLength: 12,
});

function taught(said: readonly Correction[], of: EarLibrary = library): Ear {
  const ear = new Ear(of);
  for (const one of said) ear.correct(one);
  return ear;
}

/** Single precision of what is told, and of the likeness beneath. */
function expectAlike(one: Ear, other: Ear): void {
  const [said, wanted] = [one.estimates(), other.estimates()];
  for (const dimension of dimensions) {
    for (const what of ['points', 'deviations'] as const) {
      const wantedValues = wanted[dimension][what];
      said[dimension][what].forEach((value, track) => expect(value).toBeCloseTo(wantedValues[track], 5));
    }
  }
}

describe('Ear', () => {
  it('says what the model says, to the last bit, until something is corrected and once nothing is', () => {
    const ear = new Ear(library);
    expect(ear.estimates()).toEqual(library.axes);
    ear.correct({ track: 3, valence: 0.9, arousal: -0.9 });
    ear.correct({ track: 5, valence: -0.2, arousal: 0.1 });
    expect(ear.estimates()).not.toEqual(library.axes);
    ear.undo(3);
    ear.undo(5);
    expect(ear.estimates()).toEqual(library.axes);
    expect(ear.corrections).toEqual([]);
  });

  it('agrees with scikit-learn', () => {
    const { columns, embedding, axes, corrected, settings } = reference;
    const heard = (dimension: 'valence' | 'arousal') => ({
      points: Float32Array.from(axes[dimension].points),
      deviations: Float32Array.from(axes[dimension].deviations),
    });
    const known = earLibraryOf({
      embedding: matrixOf(Float32Array.from(embedding), columns),
      axes: { valence: heard('valence'), arousal: heard('arousal') },
    });
    const ear = new Ear(known, settings);
    const after = new Map(axes.valence.after.map(({ count }, index) => [count, index]));
    let compared = 0;
    corrected.forEach((track, index) => {
      ear.correct({ track, valence: axes.valence.said[index], arousal: axes.arousal.said[index] });
      const step = after.get(index + 1);
      if (step === undefined) return;
      const said = ear.estimates();
      for (const dimension of dimensions) {
        const wanted = axes[dimension].after[step];
        for (const what of ['points', 'deviations'] as const) {
          wanted[what].forEach((value, other) => {
            // Farther out, points are bent to stay in the plane.
            if (Math.abs(value) > 0.9) return;
            expect(said[dimension][what][other]).toBeCloseTo(value, 6);
            compared++;
          });
        }
        const heard = hearCorrections({ library: known, corrections: ear.corrections }, settings.reach);
        expect(logEvidence(heard, dimension, settings.axes[dimension])).toBeCloseTo(wanted.logEvidence, 5);
      }
    });
    expect(compared).toBeGreaterThan(400);
  });

  it('does not mind the order of corrections', () => {
    const twice = corrections.chain((said) =>
      fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })),
    );
    fc.assert(
      fc.property(twice, ([said, shuffled]) => expectAlike(taught(shuffled), taught(said))),
      { numRuns: 30 },
    );
  });

  it('forgets any correction as if it had never been made', () => {
    fc.assert(
      fc.property(corrections, fc.nat(), (said, pick) => {
        const undone = said[pick % said.length];
        const ear = taught(said);
        expect(ear.undo(undone.track)).toBe(true);
        const others = said.filter((one) => one !== undone);
        expectAlike(ear, taught(others));
        expect(ear.corrections).toEqual(others);
        // What comes after must build on the others alone.
        ear.correct(undone);
        expectAlike(ear, taught(said));
      }),
      { numRuns: 30 },
    );
  });

  it('takes a changed correction as if it had been made so at first', () => {
    fc.assert(
      fc.property(corrections, fc.nat(), correction, (said, pick, { valence, arousal }) => {
        const changed = { track: said[pick % said.length].track, valence, arousal };
        const ear = taught(said);
        ear.correct(changed);
        const wanted = said.map((one) => (one.track === changed.track ? changed : one));
        expect(ear.corrections).toEqual(wanted);
        expectAlike(ear, taught(wanted));
        ear.undo(changed.track);
        expectAlike(ear, taught(wanted.filter((one) => one !== changed)));
      }),
      { numRuns: 30 },
    );
  });

  it('never lets a deviation grow by a correction, nor a point leave the plane', () => {
    fc.assert(
      fc.property(corrections, (said) => {
        const ear = new Ear(library);
        let before = ear.estimates();
        for (const one of said) {
          ear.correct(one);
          const now = ear.estimates();
          for (const dimension of dimensions) {
            const { points, deviations } = now[dimension];
            const earlier = before[dimension].deviations;
            expect(deviations.every((value, track) => value > 0 && value <= earlier[track])).toBe(true);
            expect(points.every((value) => Math.abs(value) < 1)).toBe(true);
          }
          before = now;
        }
      }),
      { numRuns: 30 },
    );
  });

  it('stays exact through a thousand corrections made, changed and taken back', () => {
    const random = createRandom(9, 'deeds');
    const [ear, kept] = [new Ear(library), new Map<number, Correction>()];
    for (let deed = 0; deed < 1000; deed++) {
      const track = Math.floor(random.between(0, 25));
      if (random.next() < 0.5) {
        ear.undo(track);
        kept.delete(track);
      } else {
        const said = { track, valence: random.between(-1, 1), arousal: random.between(-1, 1) };
        ear.correct(said);
        kept.set(track, said);
      }
    }
    expect(kept.size).toBeGreaterThan(5);
    expectAlike(ear, taught([...kept.values()]));
  });

  it('comes near the word on a corrected track, and moves what sounds alike more than what does not', () => {
    const like = simulatedTracks({ tracks: 60 });
    // Track 1 sounds as track 0 does; both are said to lie at the same place.
    like.embedding.values.copyWithin(12, 0, 12);
    for (const { points, deviations } of Object.values(like.axes)) {
      points.fill(0);
      deviations.fill(0.25);
    }
    const ear = taught([{ track: 0, valence: 0.5, arousal: -0.5 }], earLibraryOf(like));
    const { points } = ear.estimates().valence;
    // 0.25² / (0.25² + noise²) of the way.
    const { noise, zero, smooth } = defaultEarSettings.axes.valence;
    const way = 0.0625 / (0.0625 + noise * noise);
    expect(points[0]).toBeCloseTo(0.5 * way, 6);
    expect(points[1]).toBeCloseTo(0.5 * way * (zero + smooth), 6);
    for (const value of points.slice(2)) {
      expect(value).toBeGreaterThan(0.5 * way * zero - 1e-6);
      expect(value).toBeLessThan(points[1]);
    }
  });

  it('settles on the middle of two words about tracks that sound the same', () => {
    const same = simulatedTracks({ tracks: 4 });
    same.embedding.values.copyWithin(12, 0, 12);
    for (const { points, deviations } of Object.values(same.axes)) {
      points.fill(0);
      deviations.fill(0.3);
    }
    const said = [0.4, -0.4].map((value, track) => ({ track, valence: value, arousal: value }));
    const { points } = taught(said, earLibraryOf(same)).estimates().valence;
    expect(points[0]).toBeCloseTo(-points[1], 6);
    expect(points[0]).toBeGreaterThan(0);
    for (const value of points.slice(2)) expect(value).toBeCloseTo(0, 6);
  });

  it('learns of a silent track, whose embedding is zero', () => {
    const silent = simulatedTracks({ tracks: 10 });
    silent.embedding.values.fill(0, 0, 24);
    const ear = taught([{ track: 0, valence: 0.8, arousal: 0.1 }], earLibraryOf(silent));
    const { points, deviations } = ear.estimates().valence;
    expect([...points, ...deviations].every(Number.isFinite)).toBe(true);
    const before = earLibraryOf(silent).axes.valence.points;
    expect(points[0]).toBeGreaterThan(before[0]);
    ear.correct({ track: 1, valence: -0.8, arousal: 0.1 });
    expect(ear.estimateOf(0).valence).toBeLessThan(points[0]);
  });

  it('teaches all others of a library of one sound alike', () => {
    const one = simulatedTracks({ tracks: 5 });
    for (let track = 1; track < 5; track++) one.embedding.values.copyWithin(track * 12, 0, 12);
    one.axes.valence.points.fill(0);
    one.axes.valence.deviations.fill(0.2);
    const { points } = taught([{ track: 0, valence: 0.5, arousal: 0 }], earLibraryOf(one)).estimates()
      .valence;
    expect(new Set(points.slice(1)).size).toBe(1);
    expect(points[1]).toBeGreaterThan(0.1);
  });

  it('tells of one track what it tells of all', () => {
    const ear = taught([{ track: 7, valence: 0.1, arousal: 0.6 }]);
    const { valence, arousal } = ear.estimates();
    expect(ear.estimateOf(20)).toEqual({
      valence: expect.closeTo(valence.points[20], 7) as number,
      arousal: expect.closeTo(arousal.points[20], 7) as number,
      valenceDeviation: expect.closeTo(valence.deviations[20], 7) as number,
      arousalDeviation: expect.closeTo(arousal.deviations[20], 7) as number,
    });
  });

  it('refuses what it cannot learn from, and stays as it was', () => {
    const ear = taught([{ track: 7, valence: 0.1, arousal: 0.6 }]);
    const before = ear.estimates();
    for (const track of [-1, 60, 1.5, NaN]) {
      expect(() => ear.correct({ track, valence: 0, arousal: 0 })).toThrow(`invalid track: ${track}`);
    }
    for (const value of [NaN, 1.01, -Infinity]) {
      expect(() => ear.correct({ track: 1, valence: value, arousal: 0 })).toThrow(
        `invalid valence: ${value}`,
      );
      expect(() => ear.correct({ track: 7, valence: 0, arousal: value })).toThrow(
        `invalid arousal: ${value}`,
      );
    }
    expect(ear.undo(8)).toBe(false);
    expect(ear.estimates()).toEqual(before);
  });

  it('refuses settings that are no process', () => {
    const of = (change: Partial<EarSettings['axes']['valence']>, reach = 0.5): EarSettings => ({
      reach,
      axes: { ...defaultEarSettings.axes, arousal: { ...defaultEarSettings.axes.arousal, ...change } },
    });
    expect(() => new Ear(library, of({}, 0))).toThrow('invalid reach: 0');
    expect(() => new Ear(library, of({ noise: 0 }))).toThrow('invalid noise of arousal: 0');
    expect(() => new Ear(library, of({ slope: -0.1 }))).toThrow('invalid slope of arousal: -0.1');
    expect(() => new Ear(library, of({ smooth: NaN }))).toThrow('invalid smooth of arousal: NaN');
    expect(() => new Ear(library, of({ zero: 0.7, smooth: 0.7 }))).toThrow('invalid shares of arousal');
  });
});

describe('corrections of simulated persons', () => {
  const shares = { zero: 0.25, slope: 0.05, smooth: 0.5, noise: 0.1 };
  const settings: EarSettings = { reach: 0.5, axes: { valence: shares, arousal: shares } };

  it('lower the error on all other tracks, 10 of them and 25 more so, as far as deviations tell', () => {
    const many = simulatedLibrary({ tracks: 150, seed: 5 });
    const [none, ten, all]: number[][] = [[], [], []];
    const misses: number[] = [];
    for (let seed = 0; seed < 12; seed++) {
      const { truth, correction: say } = simulatedPerson(many, settings, seed);
      const ear = new Ear(many, settings);
      none.push(errorOnOthers(ear.estimates(), truth, new Set()));
      for (let track = 0; track < 25; track++) {
        ear.correct(say(track * 6));
        const known = new Set(ear.corrections.map((one) => one.track));
        if (known.size === 10) ten.push(errorOnOthers(ear.estimates(), truth, known));
        if (known.size === 25) all.push(errorOnOthers(ear.estimates(), truth, known));
      }
      for (const dimension of dimensions) {
        truth[dimension].forEach((value, track) => {
          const said = ear.estimateOf(track);
          misses.push((value - said[dimension]) / said[`${dimension}Deviation`]);
        });
      }
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(ten)).toBeLessThan(0.9 * mean(none));
    expect(mean(all)).toBeLessThan(0.95 * mean(ten));
    const within = misses.filter((miss) => Math.abs(miss) < 1).length / misses.length;
    expect(within).toBeGreaterThan(0.63);
    expect(within).toBeLessThan(0.73);
  });
});
