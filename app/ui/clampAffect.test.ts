import { describe, expect, it } from 'vitest';
import { clampAffect } from './clampAffect';

describe('clampAffect', () => {
  it('has no minus nought', () => {
    expect(Object.is(clampAffect(-0.0001), 0)).toBe(true);
  });
});
