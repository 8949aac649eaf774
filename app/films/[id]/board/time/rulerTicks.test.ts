import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulerTicks } from './rulerTicks';

const drop = {
  ...{ rate: { numerator: 30_000, denominator: 1001 }, dropFrame: true },
  ...{ startFrame: 107_892, lengthFrames: 161_838 },
};
const labels = (...given: Parameters<typeof rulerTicks>) => rulerTicks(...given).map(({ label }) => label);

describe('rulerTicks', () => {
  it('names round time codes, and the first there is where a minute’s first are dropped', () => {
    expect(labels(drop, { from: 0, span: 300 }, 8)).toEqual([
      ...['01:00:00;00', '01:01:00;02', '01:02:00;02', '01:03:00;02', '01:04:00;02'],
    ]);
  });

  it('names frames where one looks closely', () => {
    const film = {
      rate: { numerator: 24, denominator: 1 },
      dropFrame: false,
      startFrame: 0,
      lengthFrames: 24,
    };
    expect(labels(film, { from: 0, span: 1 }, 8)).toEqual([
      '00:00:00:00',
      '00:00:00:05',
      '00:00:00:10',
      '00:00:00:15',
      '00:00:00:20',
    ]);
  });

  it('goes on past midnight', () => {
    const film = {
      rate: { numerator: 25, denominator: 1 },
      dropFrame: false,
      startFrame: 2_158_500,
      lengthFrames: 5000,
    };
    expect(labels(film, { from: 0, span: 200 }, 4)).toEqual([
      '23:59:00:00',
      '00:00:00:00',
      '00:01:00:00',
      '00:02:00:00',
    ]);
  });

  it('stays within the film and about as many as asked for, in any view', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5000, noNaN: true }),
        fc.double({ min: 0.1, max: 5400, noNaN: true }),
        fc.integer({ min: 2, max: 20 }),
        (from, span, most) => {
          const ticks = rulerTicks(drop, { from, span }, most);
          expect(ticks.length).toBeLessThanOrEqual(2 * most + 4);
          ticks.forEach(({ frame }, index) => {
            expect(frame).toBeGreaterThanOrEqual(0);
            expect(frame).toBeLessThan(drop.lengthFrames);
            if (index > 0) expect(frame).toBeGreaterThan(ticks[index - 1].frame);
          });
        },
      ),
    );
  });
});
