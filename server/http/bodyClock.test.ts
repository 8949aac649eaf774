import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BodyClock, idleMs } from './bodyClock';

const rate = { windowMs: 60_000, leastBytes: 60_000 };
const second = 1000;

/** When a body is given up of which `bytesAt(seconds)` have come, seconds; undefined where it never is within an hour. */
function givenUpAt(
  bytesAt: (seconds: number) => number,
  isRead: (seconds: number) => boolean = () => true,
): number | undefined {
  const clock = new BodyClock(rate, 0, 0);
  for (let now = 1; now <= 3600; now++)
    if (clock.isTooSlow(now * second, bytesAt(now), isRead(now))) return now;
  return undefined;
}

describe('BodyClock', () => {
  it('gives up a body of which nothing comes, at first or later', () => {
    expect(givenUpAt(() => 0)).toBe(idleMs / second);
    expect(givenUpAt((now) => Math.min(now, 100) * 10_000)).toBe(100 + idleMs / second);
  });

  it('gives up a body that drips, also after most of it has come at once', () => {
    expect(givenUpAt((now) => now)).toBe(60);
    expect(givenUpAt((now) => 4e9 + now)).toBe(120);
  });

  it('bears one that is slow enough, for as long as it takes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 1e7 }),
        (bytes) => givenUpAt((now) => now * bytes) === undefined,
      ),
      { numRuns: 20 },
    );
  });

  it('stands still while the server does not read', () => {
    expect(
      givenUpAt(
        (now) => Math.min(now, 10) * 1e6,
        (now) => now <= 10 || now > 600,
      ),
    ).toBe(600 + idleMs / second);
  });
});
