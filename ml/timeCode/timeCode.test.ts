import fc from 'fast-check';
import Timecode from 'smpte-timecode';
import { describe, expect, it } from 'vitest';
import { frameOf, framesPerDay, parseTimeCode, timeCodeOf, type FrameCount } from './timeCode';

const slowed = (counted: number) => ({ numerator: counted * 1000, denominator: 1001 });
const whole = (counted: number) => ({ numerator: counted, denominator: 1 });

const counts: { name: string; peer: 23.976 | 24 | 25 | 29.97 | 30 | 50 | 59.94 | 60; count: FrameCount }[] = [
  { name: '23.976', peer: 23.976, count: { rate: slowed(24), dropFrame: false } },
  { name: '24', peer: 24, count: { rate: whole(24), dropFrame: false } },
  { name: '25', peer: 25, count: { rate: whole(25), dropFrame: false } },
  { name: '29.97 non-drop', peer: 29.97, count: { rate: slowed(30), dropFrame: false } },
  { name: '29.97 drop', peer: 29.97, count: { rate: slowed(30), dropFrame: true } },
  { name: '30', peer: 30, count: { rate: whole(30), dropFrame: false } },
  { name: '50', peer: 50, count: { rate: whole(50), dropFrame: false } },
  { name: '59.94 non-drop', peer: 59.94, count: { rate: slowed(60), dropFrame: false } },
  { name: '59.94 drop', peer: 59.94, count: { rate: slowed(60), dropFrame: true } },
  { name: '60', peer: 60, count: { rate: whole(60), dropFrame: false } },
];
const dropping = counts.filter(({ count }) => count.dropFrame);

describe.each(counts)('time code at $name', ({ peer, count }) => {
  const day = framesPerDay(count);
  const frames = fc.nat(day - 1);

  it('gives back every frame of 24 hours', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        expect(frameOf(timeCodeOf(frame, count), count)).toBe(frame);
      }),
      { numRuns: 1000 },
    );
    expect(frameOf(timeCodeOf(day - 1, count), count)).toBe(day - 1);
  });

  it('labels frames as smpte-timecode does', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const label = Timecode(frame, peer, count.dropFrame).toString();
        expect(timeCodeOf(frame, count)).toBe(label);
        expect(frameOf(label, count)).toBe(Timecode(label, peer, count.dropFrame).frameCount);
      }),
      { numRuns: 500 },
    );
  });

  it('counts up without a gap over the first and the last 70 seconds of an hour', () => {
    const hour = day / 24;
    for (const start of [0, hour - 70 * 60]) {
      for (let frame = start; frame < start + 70 * 60; frame++) {
        expect(timeCodeOf(frame, count) < timeCodeOf(frame + 1, count)).toBe(true);
      }
    }
  });

  it('goes round the clock before zero and past midnight', () => {
    expect(timeCodeOf(day, count)).toBe(timeCodeOf(0, count));
    expect(timeCodeOf(-1, count)).toBe(timeCodeOf(day - 1, count));
  });
});

describe.each(dropping)('dropped labels at $name', ({ count }) => {
  const dropped = count.rate.numerator / 15_000;
  const minute = 900 * dropped;

  it('leaves labels out at each minute but the tenth', () => {
    for (let number = 1; number <= 60; number++) {
      const first = minute * number - dropped * (number - Math.floor(number / 10));
      const expected = number % 10 === 0 ? 0 : dropped;
      const label = timeCodeOf(first + (number % 10 === 0 ? 0 : dropped), count);
      expect(parseTimeCode(label)).toMatchObject({ minutes: number % 60, seconds: 0, frames: expected });
      const last = timeCodeOf(first + (number % 10 === 0 ? 0 : dropped) - 1, count);
      expect(parseTimeCode(last)).toMatchObject({ minutes: number - 1, seconds: 59 });
    }
  });

  it('says ten minutes and an hour after the frames of ten minutes and of an hour', () => {
    const tenMinutes = Math.round((600 * count.rate.numerator) / 1001 - 0.4);
    expect(timeCodeOf(tenMinutes, count)).toBe('00:10:00;00');
    expect(timeCodeOf(tenMinutes * 6, count)).toBe('01:00:00;00');
  });

  it('refuses a label that is dropped', () => {
    expect(() => frameOf('00:01:00;00', count)).toThrow('drop frame leaves this label out');
    expect(frameOf('00:10:00;00', count)).toBe(framesPerDay(count) / 144);
  });
});

describe('time code', () => {
  it('has the known labels of a film that starts at one hour, 29.97 non-drop', () => {
    const count = { rate: slowed(30), dropFrame: false };
    expect(timeCodeOf(frameOf('01:00:00:00', count) + 2103, count)).toBe('01:01:10:03');
  });

  it('is decided by its count, not by its marks', () => {
    const count = { rate: slowed(30), dropFrame: true };
    expect(frameOf('00:01:00:02', count)).toBe(1800);
    expect(frameOf('00;01;00;02', count)).toBe(1800);
    expect(frameOf('00;01;00;02', { ...count, dropFrame: false })).toBe(1802);
  });

  it('tells by which marks it is written', () => {
    const parts = { hours: 1, minutes: 2, seconds: 3, frames: 4 };
    expect(parseTimeCode('01:02:03:04')).toEqual({ ...parts, dropMarked: false });
    for (const text of ['01:02:03;04', '01;02;03;04', '01:02:03.04', '1:02:03,04']) {
      expect(parseTimeCode(text)).toEqual({ ...parts, dropMarked: true });
    }
    for (const text of ['', '01:02:03', '01:02:03:4', '001:02:03:04', '-1:02:03:04', '01:02:03:04:05']) {
      expect(parseTimeCode(text)).toBeNull();
    }
  });

  it('refuses what no film can have', () => {
    const count = { rate: whole(24), dropFrame: false };
    for (const label of ['24:00:00:00', '00:60:00:00', '00:00:60:00', '00:00:00:24']) {
      expect(() => frameOf(label, count)).toThrow(`invalid time code: ${label}`);
    }
    expect(() => frameOf('noon', count)).toThrow('hh:mm:ss:ff is expected');
    expect(() => timeCodeOf(0.5, count)).toThrow('invalid frame: 0.5');
    expect(() => timeCodeOf(0, { ...count, dropFrame: true })).toThrow('29.97 and 59.94 only');
  });
});
