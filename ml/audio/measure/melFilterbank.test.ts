import { describe, expect, it } from 'vitest';
import frontEnd from './frontEnd.json';
import { hzToMel, melFilterbank, melToHz } from './melFilterbank';

describe('Slaney mel scale', () => {
  it('has the values of the librosa documentation', () => {
    expect(hzToMel(60)).toBeCloseTo(0.9, 12);
    [110, 220, 440].forEach((hz, i) => expect(hzToMel(hz)).toBeCloseTo([1.65, 3.3, 6.6][i], 12));
    [1, 2, 3].forEach((mel, i) => expect(melToHz(mel)).toBeCloseTo([66.667, 133.333, 200][i], 3));
    expect(hzToMel(6400)).toBeCloseTo(15 + 27, 12);
  });

  it('is its own inverse', () => {
    for (const hz of [0, 31.25, 999, 1000, 1001, 8000]) expect(melToHz(hzToMel(hz))).toBeCloseTo(hz, 9);
  });
});

describe('melFilterbank', () => {
  const bank = melFilterbank(frontEnd);
  const binHz = frontEnd.sampleRateHz / frontEnd.fftSize;

  it('puts every bin into two bands at most and leaves no band empty', () => {
    const uses = new Int32Array(frontEnd.fftSize / 2 + 1);
    for (let band = 0; band < bank.bands; band++) {
      const width = bank.offsets[band + 1] - bank.offsets[band];
      expect(width).toBeGreaterThan(0);
      for (let i = 0; i < width; i++) uses[bank.firstBin[band] + i]++;
    }
    expect(Math.max(...uses)).toBeLessThanOrEqual(2);
  });

  it('gives wide bands the area 1 in hertz', () => {
    for (let band = 80; band < bank.bands; band++) {
      const weights = bank.weights.subarray(bank.offsets[band], bank.offsets[band + 1]);
      expect(binHz * weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 1);
    }
  });
});
