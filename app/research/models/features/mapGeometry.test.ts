import { describe, expect, it } from 'vitest';
import { fitPlaces, nearestPlace } from './mapPlaces';
import { neighbourTowards } from './neighbourTowards';

const base64 = (...values: number[]) =>
  Buffer.from(new Uint8Array(Float32Array.from(values).buffer)).toString('base64');

describe('fitPlaces', () => {
  it('keeps shape, puts the middle in the middle and y downwards, and leaves room at the edges', () => {
    const { x, y } = fitPlaces(base64(0, 0, 10, 0, 0, 5), [0, 1, 2]);
    [0.05, 0.95, 0.05].forEach((wanted, index) => expect(x[index]).toBeCloseTo(wanted, 6));
    [0.725, 0.725, 0.275].forEach((wanted, index) => expect(y[index]).toBeCloseTo(wanted, 6));
  });

  it('takes the places in the order of the tracks that are left', () => {
    const { x } = fitPlaces(base64(0, 0, 10, 0, 5, 0), [2, 0]);
    expect(x[0]).toBeGreaterThan(x[1]);
    expect(x).toHaveLength(2);
  });

  it('puts tracks that lie on one place in the middle', () => {
    expect(fitPlaces(base64(3, 3, 3, 3), [0, 1]).x).toEqual(Float32Array.of(0.5, 0.5));
  });
});

const cross = { x: Float32Array.of(0.5, 0.9, 0.6, 0.5, 0.2), y: Float32Array.of(0.5, 0.5, 0.45, 0.1, 0.9) };

describe('nearestPlace', () => {
  it('is the nearest within reach', () => {
    expect(nearestPlace(cross, { x: 0.58, y: 0.46 }, 0.1)).toBe(2);
    expect(nearestPlace(cross, { x: 0.3, y: 0.3 }, 0.1)).toBe(-1);
  });
});

describe('neighbourTowards', () => {
  it('goes to the nearest mark that way, and only that way', () => {
    expect(neighbourTowards(cross, 0, 'ArrowRight')).toBe(2);
    expect(neighbourTowards(cross, 2, 'ArrowRight')).toBe(1);
    expect(neighbourTowards(cross, 0, 'ArrowUp')).toBe(3);
    expect(neighbourTowards(cross, 0, 'ArrowDown')).toBe(4);
    expect(neighbourTowards(cross, 1, 'ArrowRight')).toBe(-1);
    expect(neighbourTowards(cross, 0, 'Enter')).toBeNull();
  });
});
