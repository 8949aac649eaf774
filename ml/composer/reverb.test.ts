import { describe, expect, it } from 'vitest';
import { reverberate } from './reverb';
import { sampleRateHz } from './voices/voice';

/** Energy in decibels of the sound from `from` to `to` seconds. */
function energyDb(sound: Float32Array, from: number, to: number): number {
  const part = sound.subarray(from * sampleRateHz, to * sampleRateHz);
  return 10 * Math.log10(part.reduce((sum, value) => sum + value * value, 0));
}

/** A click with most of its energy below 1 kHz, where the walls take little. */
function dullClick(seconds: number): Float32Array {
  const click = new Float32Array(seconds * sampleRateHz);
  for (let i = 0; i < 64; i++) click[i] = 1 - Math.cos((2 * Math.PI * i) / 64);
  return click;
}

describe('reverberate', () => {
  it.each([1.2, 2, 2.8])('decays by 60 dB in about %s s', (decaySeconds) => {
    const [left] = reverberate(dullClick(4), decaySeconds);
    const fall = energyDb(left, 0.2, 0.4) - energyDb(left, 1, 1.2);
    expect(60 / (fall / 0.8)).toBeGreaterThan(0.7 * decaySeconds);
    expect(60 / (fall / 0.8)).toBeLessThan(1.1 * decaySeconds);
  });

  it('says nothing before the sound could come back, and differs between the ears', () => {
    const [left, right] = reverberate(dullClick(1), 2);
    expect(left.subarray(0, 900).every((value) => value === 0)).toBe(true);
    let product = 0;
    let energy = 0;
    left.forEach((value, i) => {
      product += value * right[i];
      energy += 0.5 * (value * value + right[i] * right[i]);
    });
    expect(Math.abs(product / energy)).toBeLessThan(0.3);
  });

  it('is linear', () => {
    const click = dullClick(1);
    const [once] = reverberate(click, 1.5);
    const [twice] = reverberate(
      click.map((value) => 2 * value),
      1.5,
    );
    expect(Math.max(...twice.map((value, i) => Math.abs(value - 2 * once[i])))).toBeLessThan(1e-6);
  });
});
