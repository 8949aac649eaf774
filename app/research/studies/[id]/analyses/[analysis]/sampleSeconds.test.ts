import { expect, it } from 'vitest';
import { sampleSeconds } from './sampleSeconds';

it('stands in the middle of each volume, after what was cut off', () => {
  expect(sampleSeconds(3, 2, { trimStartSeconds: 0, sampleTime: 0.5 })).toEqual([1, 3, 5]);
  expect(sampleSeconds(2, 1, { trimStartSeconds: 5, sampleTime: 0 })).toEqual([5, 6]);
});
