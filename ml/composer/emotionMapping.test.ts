import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotionMapping, modesByHappiness, type MusicalParameters } from './emotionMapping';

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
const pair = fc.tuple(coordinate, coordinate).map(([a, b]) => (a <= b ? [a, b] : [b, a]));

type Reading = (parameters: MusicalParameters) => number;
const modePlace: Reading = ({ mode }) => modesByHappiness.indexOf(mode);

const risingWithArousal: Record<string, Reading> = {
  tempo: (p) => p.tempoBpm,
  'note rate': (p) => p.notesPerSecond,
  dynamics: (p) => p.dynamicsDb,
  brightness: (p) => p.brightness,
  percussion: (p) => p.percussion,
  'staccato articulation': (p) => -p.articulation,
  'fast attack': (p) => -p.attackSeconds,
  tension: (p) => p.harmonicTension,
  'melodic step': (p) => p.melodicStep,
};

const risingWithValence: Record<string, Reading> = {
  'mode towards major': modePlace,
  tempo: (p) => p.tempoBpm,
  register: (p) => p.registerMidi,
  consonance: (p) => -p.harmonicTension,
  regularity: (p) => p.rhythmicRegularity,
  'rising contour': (p) => p.contourTilt,
};

describe('emotionMapping', () => {
  for (const [name, reading] of Object.entries(risingWithArousal)) {
    it(`gives more ${name} with more arousal`, () => {
      fc.assert(
        fc.property(coordinate, pair, (valence, [low, high]) => {
          const calm = reading(emotionMapping({ valence, arousal: low }));
          const excited = reading(emotionMapping({ valence, arousal: high }));
          expect(excited).toBeGreaterThanOrEqual(calm - 1e-12);
        }),
      );
      const change =
        reading(emotionMapping({ valence: 0, arousal: 0.8 })) -
        reading(emotionMapping({ valence: 0, arousal: -0.8 }));
      expect(change).toBeGreaterThan(0);
    });
  }

  for (const [name, reading] of Object.entries(risingWithValence)) {
    it(`gives more ${name} with more valence`, () => {
      fc.assert(
        fc.property(coordinate, pair, (arousal, [low, high]) => {
          const unpleasant = reading(emotionMapping({ valence: low, arousal }));
          const pleasant = reading(emotionMapping({ valence: high, arousal }));
          expect(pleasant).toBeGreaterThanOrEqual(unpleasant - 1e-12);
        }),
      );
      const change =
        reading(emotionMapping({ valence: 0.8, arousal: 0 })) -
        reading(emotionMapping({ valence: -0.8, arousal: 0 }));
      expect(change).toBeGreaterThan(0);
    });
  }

  it('uses every mode along the valence axis, minor below and major above', () => {
    const modes = Array.from(
      { length: 41 },
      (_, i) => emotionMapping({ valence: i / 20 - 1, arousal: 0 }).mode,
    );
    expect([...new Set(modes)]).toEqual([...modesByHappiness]);
    expect(emotionMapping({ valence: -0.4, arousal: 0 }).mode).toBe('aeolian');
    expect(emotionMapping({ valence: 0.8, arousal: 0 }).mode).toBe('ionian');
  });

  it('stays within what can be played', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (valence, arousal) => {
        const p = emotionMapping({ valence, arousal });
        expect(p.tempoBpm).toBeGreaterThan(50);
        expect(p.tempoBpm).toBeLessThan(165);
        for (const share of [p.brightness, p.harmonicTension, p.rhythmicRegularity, p.percussion]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('refuses points outside the plane', () => {
    expect(() => emotionMapping({ valence: 1.2, arousal: 0 })).toThrow('invalid valence: 1.2');
    expect(() => emotionMapping({ valence: 0, arousal: NaN })).toThrow('invalid arousal: NaN');
  });
});
