import { describe, expect, it } from 'vitest';
import { loudnessGain } from './loudnessGain';

const levels = { integratedLufs: -20, samplePeakDb: -6, truePeakDb: -5.5 };

describe('the gain of a section', () => {
  it('brings it to the target', () => {
    const { gainDecibels, reducedDecibels, headroomDecibels } = loudnessGain(levels, -23);
    expect([gainDecibels, reducedDecibels, headroomDecibels]).toEqual([-3, 0, 7.5]);
  });

  it('stops where it would clip, and says how much is missing', () => {
    expect(loudnessGain(levels, -14)).toEqual({
      gainDecibels: 4.5,
      reducedDecibels: 1.5,
      headroomDecibels: 0,
    });
  });

  it('is none without a target, but for samples over full scale', () => {
    expect(loudnessGain(levels, null)).toEqual({ gainDecibels: 0, reducedDecibels: 0, headroomDecibels: 6 });
    expect(loudnessGain({ ...levels, samplePeakDb: 1.5 }, null)).toMatchObject({
      gainDecibels: -1.5,
      reducedDecibels: 1.5,
    });
  });

  it('leaves silence alone', () => {
    const silence = { integratedLufs: null, samplePeakDb: null, truePeakDb: null };
    expect(loudnessGain(silence, -16)).toEqual({
      gainDecibels: 0,
      reducedDecibels: 0,
      headroomDecibels: null,
    });
  });
});
