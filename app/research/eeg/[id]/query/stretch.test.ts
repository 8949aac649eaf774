import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { justHeard, namedStretch, stretchOf } from './stretch';

const trial = {
  ...{ id: 1, name: 'calm', startSeconds: 5, durationSeconds: 60, track: 'calm', trackId: null },
  ...{ valence: null, arousal: null },
};

describe('stretchOf', () => {
  it('is the first trial of a fresh page, else the whole recording', () => {
    const fresh = { fromSeconds: null, toSeconds: null };
    expect(stretchOf(fresh, { durationSeconds: 200, trials: [trial] })).toEqual({
      fromSeconds: 5,
      toSeconds: 65,
    });
    expect(stretchOf(fresh, { durationSeconds: 200, trials: [] })).toEqual({
      fromSeconds: 0,
      toSeconds: 200,
    });
  });

  it('lies within the recording and holds a second or more, whatever an address says', () => {
    const time = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(time, time, fc.double({ min: 1, max: 5000, noNaN: true }), (from, to, durationSeconds) => {
        const asked = stretchOf({ fromSeconds: from, toSeconds: to }, { durationSeconds, trials: [trial] });
        expect(asked.fromSeconds).toBeGreaterThanOrEqual(0);
        expect(asked.toSeconds).toBeLessThanOrEqual(durationSeconds);
        expect(asked.toSeconds - asked.fromSeconds).toBeGreaterThanOrEqual(1 - 1e-9);
      }),
    );
  });
});

describe('namedStretch', () => {
  const recording = { durationSeconds: 60.5, trials: [trial] };

  it('knows a trial that the recording cuts short, the whole recording, and neither', () => {
    expect(namedStretch(stretchOf({ fromSeconds: null, toSeconds: null }, recording), recording)).toBe(1);
    expect(namedStretch({ fromSeconds: 0, toSeconds: 60.5 }, recording)).toBe('whole');
    expect(namedStretch({ fromSeconds: 1, toSeconds: 9 }, recording)).toBeNull();
  });
});

describe('justHeard', () => {
  const places = { startSeconds: 100, windowSeconds: 10, reachSeconds: 20 };

  it('waits for one window, then reaches back no further than the beginning', () => {
    expect(justHeard(9.9, places)).toBeNull();
    expect(justHeard(12, places)).toEqual({ fromSeconds: 100, toSeconds: 112 });
    expect(justHeard(50, places)).toEqual({ fromSeconds: 130, toSeconds: 150 });
  });

  it('holds a whole window even where less is asked for', () => {
    expect(justHeard(50, { ...places, reachSeconds: 2 })).toEqual({ fromSeconds: 140, toSeconds: 150 });
  });
});
