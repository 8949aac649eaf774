import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelGain } from './levelGain';

describe('levelGain', () => {
  it('halves the pressure of a track 6.02 dB too loud', () => {
    expect(levelGain(-16 + 6.0206, 0)).toBeCloseTo(0.5, 4);
  });

  it('leaves alone what it knows nothing of', () => {
    expect(levelGain(null, -3)).toBe(1);
    expect(levelGain(-30, null)).toBe(1);
  });

  it('never lifts a peak over the headroom, nor lowers a quiet track', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -70, max: 0, noNaN: true }),
        fc.double({ min: -60, max: 0, noNaN: true }),
        (loudnessLufs, samplePeakDb) => {
          const gain = levelGain(loudnessLufs, samplePeakDb);
          if (loudnessLufs <= -16) expect(gain).toBeGreaterThanOrEqual(1);
          if (gain > 1) expect(samplePeakDb + 20 * Math.log10(gain)).toBeLessThanOrEqual(-1 + 1e-9);
        },
      ),
    );
  });
});
