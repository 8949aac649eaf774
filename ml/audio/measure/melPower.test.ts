import { expect, it } from 'vitest';
import frontEnd from './frontEnd.json';
import { melPower } from './melPower';

/** The power of one log-mel value. */
function powerOf(value: number): number {
  const power = new Float64Array(frontEnd.melBands);
  melPower(new Float32Array(frontEnd.melBands).fill(value), power);
  return power[0];
}

it('mel power is what log-mel compressed, 0 in silence', () => {
  expect(powerOf(0)).toBe(0);
  for (let value = 1e-6; value < 11.9; value += 0.0137) {
    const wanted = 10 ** Math.fround(value);
    expect(Math.abs(powerOf(value) - (wanted - 1)) / wanted).toBeLessThan(1e-7);
  }
});

it('mel power of samples far beyond full scale is finite', () => {
  for (const value of [12, 13, 80, Infinity]) expect(powerOf(value)).toBe(1e12 - 1);
});
