import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleMatrixOf } from '@/ml/linear/doubleMatrix';
import type { Series } from '../recordings/series';
import { changedSeries, changeNames } from './changedSeries';
import { recordingTimes, resampledSeries } from './resampledSeries';

/** Slow waves over two columns, at 10 Hz from 0.05 s on. */
function waves(seconds: number): Series {
  const rows = Math.round(10 * seconds);
  const values = Float64Array.from({ length: 2 * rows }, (_, i) =>
    waveAt(0.05 + 0.1 * Math.floor(i / 2), i % 2),
  );
  const columns = ['slow', 'slower'].map((name) => ({ name, unit: null }));
  return { hopSeconds: 0.1, startSeconds: 0.05, columns, values: doubleMatrixOf(values, 2) };
}

const waveAt = (time: number, column: number) => Math.sin((2 * Math.PI * time) / (30 + 20 * column));

describe('resampledSeries', () => {
  it('tells what a slow feature is in the middle of every volume, wherever the recording begins', () => {
    const recordings = fc.record({
      hopSeconds: fc.double({ min: 0.7, max: 3, noNaN: true }),
      startSeconds: fc.double({ min: 6, max: 9, noNaN: true }),
      sampleTime: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(recordings, (recording) => {
        const found = resampledSeries(waves(120), { ...recording, samples: 30 });
        const times = recordingTimes({ ...recording, samples: 30 });
        expect(found).toMatchObject({ hopSeconds: recording.hopSeconds, startSeconds: times[0] });
        expect(times[3]).toBeCloseTo(
          recording.startSeconds + (3 + recording.sampleTime) * recording.hopSeconds,
          9,
        );
        found.values.values.forEach((value, i) => {
          expect(Math.abs(value - waveAt(times[Math.floor(i / 2)], i % 2))).toBeLessThan(0.05);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('refuses a series without a rate, and too few samples', () => {
    const timeless = { ...waves(10), hopSeconds: null };
    expect(() => resampledSeries(timeless, { hopSeconds: 2, samples: 4 })).toThrow(
      'invalid hopSeconds: (none)',
    );
    expect(() => resampledSeries(waves(10), { hopSeconds: 2, samples: 1 })).toThrow('to be resampled to 1');
  });
});

describe('changedSeries', () => {
  it('keeps samples and rate, and names what it made', () => {
    for (const change of changeNames) {
      const series = waves(20);
      const changed = changedSeries(series, change, 'wave');
      expect(changed).toMatchObject({ hopSeconds: 0.1, startSeconds: 0.05 });
      expect(changed.values.rows).toBe(series.values.rows);
      const isByColumn = change === 'signed' || change === 'absolute';
      const names = isByColumn ? ['slow change', 'slower change'] : ['wave change'];
      expect(changed.columns.map(({ name }) => name)).toEqual(names);
      expect(changed.values.columns).toBe(names.length);
    }
  });
});
