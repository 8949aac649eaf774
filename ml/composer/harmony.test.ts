import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modesByHappiness } from './emotionMapping';
import { chordAt, tonicChord, withTension, type Chord } from './harmony';
import { createRandom } from '../random';
import { scaleOf, stepBelow, stepToMidi } from './scales';
import { voiceChord } from './voicing';

const mode = fc.constantFrom(...modesByHappiness);
const place = fc.record({
  mode,
  cadence: fc.constantFrom('open' as const, 'close' as const),
  choice: fc.nat(60),
  barInPhrase: fc.integer({ min: 0, max: 3 }),
});
const fifthOf = ({ root, scale }: Chord) => (scale[(root + 4) % 7] - scale[root] + 12) % 12;

describe('chordAt', () => {
  it('gives triads of the mode with a pure fifth; only a minor dominant may raise the leading note', () => {
    fc.assert(
      fc.property(place, (where) => {
        const chord = chordAt(where);
        expect(fifthOf(chord)).toBe(7);
        const raised = chord.scale[6] !== scaleOf(where.mode)[6];
        if (raised) expect([where.mode, chord.root]).toEqual(['aeolian', 4]);
        else expect(chord.scale).toEqual(scaleOf(where.mode));
      }),
    );
  });

  it('comes home at the end of closing phrases and stays away at the end of opening ones', () => {
    fc.assert(
      fc.property(mode, fc.nat(60), (inMode, choice) => {
        expect(chordAt({ mode: inMode, cadence: 'close', choice, barInPhrase: 3 }).root).toBe(0);
        expect(chordAt({ mode: inMode, cadence: 'open', choice, barInPhrase: 3 }).root).not.toBe(0);
      }),
    );
  });
});

describe('withTension', () => {
  it('adds only tones of the scale, and more of them the tenser the music', () => {
    const added = (tension: number) => {
      const random = createRandom(3, 'tension');
      const chords = Array.from({ length: 400 }, (_, i) =>
        withTension(
          chordAt({ mode: modesByHappiness[i % 6], cadence: 'open', choice: i, barInPhrase: i % 4 }),
          tension,
          random,
        ),
      );
      for (const { degrees } of chords)
        expect(degrees.every((degree) => degree >= 0 && degree < 7)).toBe(true);
      return chords.reduce((sum, { degrees }) => sum + degrees.length - 3, 0);
    };
    expect(added(0.3)).toBeGreaterThan(added(0));
    expect(added(0.6)).toBeGreaterThan(added(0.3));
    expect(added(0.9)).toBeGreaterThan(added(0.6));
  });
});

describe('voiceChord', () => {
  it('sounds the chord, all of its triad, in rising order', () => {
    fc.assert(
      fc.property(
        place,
        fc.integer({ min: 60, max: 71 }),
        fc.integer({ min: 54, max: 67 }),
        (where, tonicMidi, centreMidi) => {
          const chord = chordAt(where);
          const voicing = voiceChord(chord, { tonicMidi, centreMidi, count: 4 });
          const allowed = new Set(chord.degrees.map((degree) => (tonicMidi + chord.scale[degree]) % 12));
          expect(voicing).toHaveLength(4);
          expect(voicing).toEqual([...voicing].sort((a, b) => a - b));
          expect(new Set(voicing.map((midi) => midi % 12))).toEqual(allowed);
        },
      ),
    );
  });

  it('moves from I to IV by keeping the common tone and stepping the others', () => {
    const first = voiceChord(tonicChord('ionian'), { tonicMidi: 60, centreMidi: 62, count: 3 });
    const subdominant: Chord = { root: 3, degrees: [3, 5, 0], scale: scaleOf('ionian') };
    const next = voiceChord(subdominant, { tonicMidi: 60, centreMidi: 62, count: 3, previous: first });
    const moves = next.map((midi, i) => Math.abs(midi - first[i]));
    expect(moves.filter((move) => move === 0)).toHaveLength(1);
    expect(Math.max(...moves)).toBeLessThanOrEqual(2);
  });
});

describe('scale steps', () => {
  it('lead to pitches and back', () => {
    fc.assert(
      fc.property(mode, fc.integer({ min: -14, max: 14 }), (inMode, step) => {
        const scale = scaleOf(inMode);
        expect(stepBelow(stepToMidi(step, scale, 64), scale, 64)).toBe(step);
      }),
    );
    expect([0, 1, 2, 7, -1].map((step) => stepToMidi(step, scaleOf('dorian'), 62))).toEqual([
      62, 64, 65, 74, 60,
    ]);
  });
});
