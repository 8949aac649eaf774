import { describe, expect, it } from 'vitest';
import type { EntropyCourse } from '@/app/ui/eeg/eegAnswers';
import { changesOf, headMeans, nearestWindow, trialCourse } from './trialCourse';

const course = (band: string, add: number): EntropyCourse => ({
  ...{ band, bands: ['alpha', 'beta'], windowSeconds: 2, hopSeconds: 1 },
  channels: [
    { name: 'EEG Cz', position: [0, 0, 1] },
    { name: 'EOG', position: null },
    { name: 'Oz', position: [0, -1, 0] },
  ],
  startSeconds: [0, 1, 2, 3, 4],
  rejected: [false, false, true, false, false],
  values: [0, 1, 2, 3, 4].map((window) => [add + window, 99, add - window]),
});

const courses = [course('alpha', 0), course('beta', 10)];

describe('trialCourse', () => {
  it('keeps the windows that lie wholly within, by their middle from the beginning of the stretch', () => {
    const found = trialCourse(courses, { startSeconds: 1, durationSeconds: 4 });
    expect(found.seconds).toEqual([1, 2, 3]);
    expect(found.rejected).toEqual([false, true, false]);
    expect(found.electrodes.map(({ channel }) => channel)).toEqual(['Cz', 'Oz']);
    expect(found.values).toEqual([
      [
        [1, -1],
        [2, -2],
        [3, -3],
      ],
      [
        [11, 9],
        [12, 8],
        [13, 7],
      ],
    ]);
  });

  it('goes to the end where the stretch has no length, and may hold nothing', () => {
    expect(trialCourse(courses, { startSeconds: 3, durationSeconds: null }).seconds).toEqual([1, 2]);
    expect(trialCourse(courses, { startSeconds: 0, durationSeconds: 1 }).seconds).toEqual([]);
  });
});

describe('changesOf', () => {
  it('takes each electrode’s mean over the kept windows off, in each band', () => {
    const { values } = changesOf(trialCourse(courses, { startSeconds: 1, durationSeconds: 4 }));
    expect(values[0]).toEqual([
      [-1, 1],
      [0, 0],
      [1, -1],
    ]);
    expect(values[1]).toEqual(values[0]);
  });
});

describe('headMeans', () => {
  it('has a gap where artefacts were', () => {
    const found = trialCourse(courses, { startSeconds: 1, durationSeconds: 4 });
    expect(headMeans(found)).toEqual([
      [0, null, 0],
      [10, null, 10],
    ]);
  });
});

describe('nearestWindow', () => {
  it('takes the earlier of two that are as near, and the ends beyond them', () => {
    expect(nearestWindow([1, 2, 3], 1.5)).toBe(0);
    expect(nearestWindow([1, 2, 3], 2.6)).toBe(2);
    expect(nearestWindow([1, 2, 3], -5)).toBe(0);
    expect(nearestWindow([1, 2, 3], 50)).toBe(2);
  });
});
