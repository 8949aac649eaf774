import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionCourse } from './attentionCourse';

describe('attentionCourse', () => {
  it('is 1 everywhere where attention is spread evenly, however windows overlap', () => {
    const windows = fc.array(fc.nat(40), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(windows, fc.integer({ min: 1, max: 9 }), (starts, count) => {
        const steps = Array.from({ length: count }, () => 1 / count);
        const attention = starts.map((start) => ({ startSeconds: 100 + start, steps }));
        const { seconds, values } = attentionCourse({ attention, stepSeconds: 1 }, { startSeconds: 100 });
        expect(seconds).toHaveLength(values.length);
        for (const value of values) if (value !== null) expect(value).toBeCloseTo(1, 12);
      }),
    );
  });

  it('takes the mean of windows that hold the same step, and has gaps between', () => {
    const attention = [
      { startSeconds: 10, steps: [0.75, 0.25] },
      { startSeconds: 11, steps: [0.5, 0.5] },
      { startSeconds: 14, steps: [1, 0] },
    ];
    const { seconds, values } = attentionCourse({ attention, stepSeconds: 1 }, { startSeconds: 10 });
    expect(seconds).toEqual([0.5, 1.5, 2.5, 3.5, 4.5, 5.5]);
    expect(values).toEqual([1.5, 0.75, 1, null, 2, 0]);
  });
});
