import { describe, expect, it } from 'vitest';
import { lastingStart } from './lastingStart';

describe('where music begins that lasts through a cue', () => {
  it('is where it is wanted, or as early as it must', () => {
    const of = { trackSeconds: 60.2, cueSeconds: 10 };
    expect(lastingStart(20, of)).toBe(20);
    expect(lastingStart(50.5, of)).toBeCloseTo(50.2, 9);
    expect(lastingStart(3, { trackSeconds: 10, cueSeconds: 10 })).toBe(0);
  });

  it('is nowhere in a shorter track', () => {
    expect(lastingStart(0, { trackSeconds: 9.9, cueSeconds: 10 })).toBeUndefined();
    expect(lastingStart(0, { trackSeconds: 10 - 1e-5, cueSeconds: 10 })).toBe(0);
  });
});
