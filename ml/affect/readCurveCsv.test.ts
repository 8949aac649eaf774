import { csvFormatRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EstimatedCurve } from './emotionCurve';
import { plainCurve } from './plainCurve';
import { readCurveCsv } from './readCurveCsv';
import { writeCurveCsv } from './writeCurveCsv';

const points = [
  { t: 0, valence: -0.5, arousal: 0 },
  { t: 10, valence: 0.5, arousal: 1 },
];

const affect = fc.double({ min: -1, max: 1, noNaN: true });
const curves: fc.Arbitrary<EstimatedCurve> = fc
  .array(fc.tuple(affect, affect, affect, affect), { minLength: 1, maxLength: 30 })
  .map((samples) => {
    const plane = (index: number) => Float32Array.from(samples, (sample) => sample[index]);
    return { valence: plane(0), arousal: plane(1), valenceDeviation: plane(2), arousalDeviation: plane(3) };
  });

describe('readCurveCsv', () => {
  it('reads what was written', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        const { valence, arousal } = plainCurve(curve);
        const read = readCurveCsv(writeCurveCsv(curve));
        expect(read.map(({ t }) => t)).toEqual(valence.map((_, index) => 0.25 + index / 2));
        expect(read.map((point) => point.valence + 0)).toEqual(valence.map((value) => value + 0));
        expect(read.map((point) => point.arousal + 0)).toEqual(arousal.map((value) => value + 0));
      }),
    );
  });

  it('reads the same from columns in any order, beside any others', () => {
    const names = ['Time (s)', 'Valence', 'AROUSAL', 'rater', 'note "quoted", long'];
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    fc.assert(
      fc.property(curves, order, (curve, places) => {
        const expected = readCurveCsv(writeCurveCsv(curve));
        const rows = expected.map(({ t, valence, arousal }) => [t, valence, arousal, 'a,b', 'two\nlines']);
        const table = [names, ...rows].map((row) => places.map((place) => String(row[place])));
        expect(readCurveCsv(csvFormatRows(table))).toEqual(expected);
      }),
    );
  });

  it('takes separators, byte order marks, comments, quotes, any order of time, and no header', () => {
    expect(readCurveCsv('\ufefftime_s,valence,arousal\r\n10,0.5,1\r\n0,-0.5,0\r\n')).toEqual(points);
    expect(readCurveCsv('# by "hand\nt;valence;arousal\n0;-0.5;0\n10;0.5;1')).toEqual(points);
    expect(readCurveCsv('0\t-0.5\t0\n\n10\t0.5\t1\n\n')).toEqual(points);
    expect(readCurveCsv('"seconds","valence","arousal"\n"0","-0.5","0"\n"1e1","+.5","1."')).toEqual(points);
    expect(readCurveCsv(',time,valence,arousal\n0,0,-0.5,0\n1,10,0.5,1\n')).toEqual(points);
    expect(readCurveCsv('10,0.5,1,further\n0,-0.5,0')).toEqual(points);
  });

  it('is mended: columns named in another order were taken for time', () => {
    expect(readCurveCsv('valence,arousal,time\n-0.5,0,0\n0.5,1,10')).toEqual(points);
  });

  it('is mended: the second half of a decimal comma was taken for the next column', () => {
    expect(readCurveCsv('time;valence;arousal\n0;-0,5;0\n10,0;0,5;1')).toEqual(points);
    expect(readCurveCsv('0\t-0,5\t0\n10\t0,5\t1')).toEqual(points);
    expect(readCurveCsv('0,0;-0,5;0,0\n10,0;0,5;1,0')).toEqual(points);
  });

  it.each([
    ['', 'no points'],
    ['# nothing\n\n', 'no points'],
    ['time_s,valence,arousal', 'no points'],
    ['time,valence\n0,0', 'no column named arousal (has time, valence)'],
    ['frame,mood\n0,0', 'no column named time (has frame, mood)'],
    ['time_ms,valence,arousal\n500,0,0', 'no column named time (has time_ms, valence, arousal)'],
    ['time,t,valence,arousal\n0,0,0,0', '2 columns for time (time, t)'],
    ['track_id,time_s,valence,arousal\n1,0,0,0\n2,0,0,0', 'line 3: track_id 2 after 1'],
    ['0,1', 'line 1: arousal missing'],
    ['0,2,0', 'line 1: valence 2 (a number from -1 to 1)'],
    ['-1,0,0', 'line 1: time -1'],
    ['Infinity,0,0', 'line 1: time Infinity'],
    ['0,,0', 'line 1: valence missing'],
    ['0,0,0\nx,y,z', 'line 2: time x'],
    ['0,NaN,0', 'line 1: valence NaN'],
    ['0,0x1,0', 'line 1: valence 0x1'],
    ['time,note,valence,arousal\n0,"two\nlines",0,0\n1,,0,7', 'line 4: arousal 7'],
  ])('refuses %j', (text, message) => {
    expect(() => readCurveCsv(text)).toThrow(`invalid CURVE: ${message}`);
    expect(() => readCurveCsv(text)).toThrow(RangeError);
  });
});
