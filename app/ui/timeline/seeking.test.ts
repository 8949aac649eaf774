import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playSteps, seekByKey, shareAtPointer } from './seeking';

describe('seekByKey', () => {
  const track = { max: 120, ...playSteps };

  it('goes by 5 s, by 10 s, and to the ends of what is played', () => {
    expect(seekByKey('ArrowRight', 30, track)).toBe(35);
    expect(seekByKey('PageDown', 30, track)).toBe(20);
    expect(seekByKey('Home', 30, track)).toBe(0);
    expect(seekByKey('End', 30, track)).toBe(120);
    expect(seekByKey('a', 30, track)).toBeNull();
  });

  it('goes by the steps it is given, up and right forwards', () => {
    const samples = { max: 99, arrow: 1, page: 10 };
    const reached = ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'PageUp', 'PageDown'].map((key) =>
      seekByKey(key, 50, samples),
    );
    expect(reached).toEqual([51, 51, 49, 49, 60, 40]);
  });

  it('never leaves the track', () => {
    const pressed = fc.constantFrom('ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
    fc.assert(
      fc.property(pressed, fc.double({ min: 0, max: 1, noNaN: true }), (key, share) => {
        const seconds = seekByKey(key, share * 90, { max: 90, ...playSteps });
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(seconds).toBeLessThanOrEqual(90);
      }),
    );
  });
});

describe('shareAtPointer', () => {
  it('reads the box from edge to edge and holds at both', () => {
    const box = { left: 100, width: 400 };
    expect(shareAtPointer(200, box)).toBe(0.25);
    expect(shareAtPointer(0, box)).toBe(0);
    expect(shareAtPointer(900, box)).toBe(1);
    expect(shareAtPointer(10, { left: 0, width: 0 })).toBe(0);
  });
});
