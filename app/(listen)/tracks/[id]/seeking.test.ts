import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondsAtPointer, seekByKey } from './seeking';

describe('seekByKey', () => {
  it('goes by 5 s, by 10 s, and to the ends', () => {
    expect(seekByKey('ArrowRight', 30, 120)).toBe(35);
    expect(seekByKey('PageDown', 30, 120)).toBe(20);
    expect(seekByKey('Home', 30, 120)).toBe(0);
    expect(seekByKey('End', 30, 120)).toBe(120);
    expect(seekByKey('a', 30, 120)).toBeNull();
  });

  it('never leaves the track', () => {
    const keys = fc.constantFrom('ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
    fc.assert(
      fc.property(keys, fc.double({ min: 0, max: 1, noNaN: true }), (key, share) => {
        const seconds = seekByKey(key, share * 90, 90);
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(seconds).toBeLessThanOrEqual(90);
      }),
    );
  });
});

describe('secondsAtPointer', () => {
  it('reads the box from edge to edge and holds at both', () => {
    const box = { left: 100, width: 400 };
    expect(secondsAtPointer(200, box, 120)).toBe(30);
    expect(secondsAtPointer(0, box, 120)).toBe(0);
    expect(secondsAtPointer(900, box, 120)).toBe(120);
    expect(secondsAtPointer(10, { left: 0, width: 0 }, 120)).toBe(0);
  });
});
