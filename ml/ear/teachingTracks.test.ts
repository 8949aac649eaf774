import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { Ear } from './ear';
import { earLibraryOf } from './earLibrary';
import { defaultEarSettings } from './earSettings';
import { teachingTracks } from './teachingTracks';
import { simulatedLibrary, simulatedTracks } from './testing/libraries.testing';
import { errorOnOthers, simulatedPerson } from './testing/persons.testing';

const library = simulatedLibrary({ tracks: 40 });

function someTaught(): Ear {
  const ear = new Ear(library);
  ear.correct({ track: 3, valence: 0.2, arousal: 0.1 });
  ear.correct({ track: 11, valence: -0.6, arousal: 0.4 });
  return ear;
}

describe('teaching', () => {
  it('is by how much a correction lowers the variance, whatever it says', () => {
    for (const track of [0, 20, 39]) {
      const ear = someTaught();
      const [before, teaching] = [ear.variance(), ear.teaching(track)];
      ear.correct({ track, valence: 0.9, arousal: -0.3 });
      expect(teaching).toBeGreaterThan(0);
      expect(before - ear.variance()).toBeCloseTo(teaching, 10);
    }
  });

  it('is none for a corrected track', () => {
    expect(someTaught().teaching(11)).toBe(0);
  });

  it('counts tracks by their weights', () => {
    const ear = someTaught();
    const ofFirst = Float64Array.from({ length: 40 }, (_, track) => (track === 0 ? 2 : 0));
    const before = ear.variance(ofFirst);
    const teaching = ear.teaching(1, ofFirst);
    ear.correct({ track: 1, valence: 0, arousal: 0 });
    expect(before - ear.variance(ofFirst)).toBeCloseTo(teaching, 10);
  });
});

describe('teachingTracks', () => {
  it('proposes what teaches most, each as if those before it were corrected', () => {
    const proposed = teachingTracks(someTaught(), { count: 4 });
    const ear = someTaught();
    const variance = ear.variance();
    for (const { track, taught } of proposed) {
      const teachings = Array.from({ length: 40 }, (_, other) => ear.teaching(other));
      expect(teachings[track]).toBeCloseTo(Math.max(...teachings), 10);
      expect(taught).toBeCloseTo(teachings[track] / variance, 10);
      ear.correct({ track, valence: 0, arousal: 0 });
    }
    expect(proposed).toHaveLength(4);
  });

  it('proposes one of each kind of music before a second of any', () => {
    const kinds = simulatedTracks({ tracks: 40 });
    const { values, columns } = kinds.embedding;
    const random = createRandom(3, 'kinds');
    values.forEach((_, at) => {
      const kind = Math.floor(at / columns) % 4;
      values[at] = (at % columns === kind ? 1 : 0) + 0.02 * random.bell();
    });
    const proposed = teachingTracks(new Ear(earLibraryOf(kinds)), { count: 4 });
    expect(new Set(proposed.map(({ track }) => track % 4)).size).toBe(4);
  });

  it('proposes none that is corrected, and only tracks that may be', () => {
    const among = [3, 5, 8, 11, 30];
    const proposed = teachingTracks(someTaught(), { count: 10, among });
    expect(proposed.map(({ track }) => track).sort((one, other) => one - other)).toEqual([5, 8, 30]);
    expect(teachingTracks(someTaught(), { count: 0 })).toEqual([]);
    expect(() => teachingTracks(someTaught(), { count: 1, among: [40] })).toThrow('invalid track: 40');
    expect(() => teachingTracks(someTaught(), { count: -1 })).toThrow('invalid count: -1');
  });

  it('estimates well on a sample what a large library would be taught', () => {
    const large = new Ear(simulatedLibrary({ tracks: 6000 }));
    large.correct({ track: 3, valence: 0.2, arousal: 0.1 });
    const variance = large.variance();
    const [first, again, other] = [1, 1, 2].map((seed) => teachingTracks(large, { count: 3, seed }));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    for (const { track, taught } of [first[0], other[0]]) {
      const ratio = taught / (large.teaching(track) / variance);
      expect(ratio).toBeGreaterThan(0.9);
      expect(ratio).toBeLessThan(1.1);
    }
  });

  it('lowers the error of simulated persons more than tracks at random do', () => {
    const many = simulatedLibrary({ tracks: 120, seed: 6 });
    let [chosen, random] = [0, 0];
    for (let seed = 0; seed < 10; seed++) {
      const { truth, correction } = simulatedPerson(many, defaultEarSettings, seed);
      const asked = teachingTracks(new Ear(many), { count: 8, seed }).map(({ track }) => track);
      const drawn = createRandom(seed, 'asked');
      const any = Array.from({ length: 8 }, () => Math.floor(drawn.between(0, 120)));
      const either = new Set([...asked, ...any]);
      const errorAfter = (tracks: number[]) => {
        const ear = new Ear(many);
        for (const track of tracks) ear.correct(correction(track));
        return errorOnOthers(ear.estimates(), truth, either);
      };
      chosen += errorAfter(asked);
      random += errorAfter(any);
    }
    expect(chosen).toBeLessThan(random);
  });
});
