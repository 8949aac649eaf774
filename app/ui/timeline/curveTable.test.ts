import { describe, expect, it } from 'vitest';
import { tableTimes } from './curveTable';

describe('tableTimes', () => {
  it('starts at 0 and stops within the track', () => {
    expect(tableTimes(12.5)).toEqual([0, 5, 10]);
  });
});
