import { describe, expect, it } from 'vitest';
import { dimensions } from '../affect/dimension';
import { chooseEarSettings } from './chooseEarSettings';
import { type EarSettings } from './earSettings';
import { hearCorrections, type KnownCorrections, logEvidence } from './logEvidence';
import { simulatedLibrary } from './testing/libraries.testing';
import { simulatedPerson } from './testing/persons.testing';

const library = simulatedLibrary({ tracks: 36, seed: 2 });

/** Corrections of every track by persons drawn from settings. */
function persons(settings: EarSettings, seeds: number[]): KnownCorrections[] {
  return seeds.map((seed) => {
    const { correction } = simulatedPerson(library, settings, seed);
    return { library, corrections: Array.from({ length: 36 }, (_, track) => correction(track)) };
  });
}

function evidence(known: KnownCorrections[], { reach, axes }: EarSettings): number {
  const heard = known.map((one) => hearCorrections(one, reach));
  return dimensions
    .flatMap((dimension) => heard.map((one) => logEvidence(one, dimension, axes[dimension])))
    .reduce((sum, value) => sum + value, 0);
}

describe('chooseEarSettings', () => {
  it('finds the settings by which persons were drawn, each axis for itself', () => {
    const truth: EarSettings = {
      reach: 0.5,
      axes: {
        valence: { zero: 0.05, slope: 0, smooth: 0.9, noise: 0.05 },
        arousal: { zero: 0.6, slope: 0.05, smooth: 0.05, noise: 0.14 },
      },
    };
    const known = persons(truth, [0, 1, 2, 3, 4, 5, 6, 7]);
    const found = chooseEarSettings(known);
    const { valence, arousal } = found.axes;
    expect(Math.abs(Math.log(found.reach / 0.5))).toBeLessThan(0.4);
    expect(valence.smooth).toBeGreaterThan(0.6);
    expect(valence.zero).toBeLessThan(0.3);
    expect(arousal.zero).toBeGreaterThan(0.3);
    expect(arousal.smooth).toBeLessThan(0.3);
    expect(arousal.noise).toBeGreaterThan(valence.noise);
    // As likely as the truth by what it was chosen by, and nearly so by persons that it has not seen.
    expect(evidence(known, found)).toBeGreaterThan(evidence(known, truth) - 0.5);
    const unseen = persons(truth, [20, 21, 22, 23]);
    const perCorrection = (evidence(unseen, truth) - evidence(unseen, found)) / (4 * 36 * 2);
    expect(perCorrection).toBeLessThan(0.05);
  });

  it('finds nothing that is shared where errors are each track own', () => {
    const none = { zero: 0, slope: 0, smooth: 0, noise: 0.05 };
    const { axes } = chooseEarSettings(
      persons({ reach: 0.5, axes: { valence: none, arousal: none } }, [0, 1, 2, 3, 4]),
    );
    for (const { zero, slope, smooth } of Object.values(axes)) {
      expect(zero + slope + smooth).toBeLessThanOrEqual(0.15);
    }
  });

  it('refuses to choose by nothing, or by what is no correction', () => {
    expect(() => chooseEarSettings([])).toThrow('invalid corrections: none');
    const corrections = [{ track: 36, valence: 0, arousal: 0 }];
    expect(() => chooseEarSettings([{ library, corrections }])).toThrow('invalid track: 36');
  });
});
