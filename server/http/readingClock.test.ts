import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadingClock } from './readingClock';

/** The seconds within two minutes at which an answer counts as read too slowly, of which `waiting` bytes always wait. */
function slowAt(readAt: (seconds: number) => number, waiting: (seconds: number) => number = () => 65_536) {
  const clock = new ReadingClock(0);
  const seconds: number[] = [];
  for (let now = 1; now <= 120; now++) {
    clock.look(now * 1000, { read: readAt(now), waiting: waiting(now) });
    if (clock.isSlow) seconds.push(now);
  }
  return { first: seconds.at(0), last: seconds.at(-1), stillMs: clock.stillMs(120_000) };
}

describe('ReadingClock', () => {
  it('tells of an answer that is not read, at first or later, and of one that drips', () => {
    expect(slowAt(() => 0)).toEqual({ first: 10, last: 120, stillMs: 120_000 });
    expect(slowAt((now) => Math.min(now, 60) * 1e6)).toMatchObject({ first: 70, stillMs: 60_000 });
    expect(slowAt((now) => now * 1000)).toMatchObject({ first: 10, stillMs: 0 });
  });

  it('never of one that is read fast enough, nor while nothing waits to be read', () => {
    const rates = fc.integer({ min: 20_000, max: 1e8 });
    fc.assert(fc.property(rates, (rate) => slowAt((now) => now * rate).first === undefined));
    expect(
      slowAt(
        () => 0,
        () => 0,
      ),
    ).toEqual({ first: undefined, last: undefined, stillMs: 0 });
  });

  it('gives a large piece the time that is due to it: it is known to be read when all of it is', () => {
    const whole = 1_000_000;
    const readAt = (now: number) => (now < 49 ? 0 : whole);
    expect(slowAt(readAt, (now) => (now < 49 ? whole : 0)).first).toBeUndefined();
    expect(
      slowAt(
        () => 0,
        () => whole,
      ).first,
    ).toBe(50);
  });

  it('forgives when reading goes on', () => {
    expect(slowAt((now) => Math.max(0, now - 30) * 1e6)).toEqual({ first: 10, last: 39, stillMs: 0 });
  });
});
