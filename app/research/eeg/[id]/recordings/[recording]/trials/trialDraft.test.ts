import { describe, expect, it } from 'vitest';
import { draftsOf, faultOf, wishesOf, withAnother } from './trialDraft';

const trial = {
  ...{ id: 7, name: 'first', track: 'calm', trackId: 3, startSeconds: 12.5 },
  ...{ durationSeconds: 60, valence: 7, arousal: null },
};
const asLongAsItsTrack = { ...trial, id: 8, name: 'second', startSeconds: 80, durationSeconds: null };
const recording = { durationSeconds: 200 };

describe('trials as they are typed', () => {
  it('are the same trials once they are told again', () => {
    const told = [
      { name: 'first', track: 'calm', startSeconds: 12.5, durationSeconds: 60, valence: 7, arousal: null },
      { name: 'second', track: 'calm', startSeconds: 80, durationSeconds: null, valence: 7, arousal: null },
    ];
    expect(wishesOf(draftsOf([trial, asLongAsItsTrack]))).toEqual(told);
  });

  it('are told in the order of their beginnings', () => {
    const told = wishesOf(draftsOf([asLongAsItsTrack, trial]));
    expect(told.map(({ name }) => name)).toEqual(['first', 'second']);
  });

  it('get another after the last, as long as it', () => {
    const [, next] = withAnother(draftsOf([trial]));
    expect(next).toMatchObject({ key: 8, name: 'trial 2', startSeconds: 72.5, durationSeconds: 60 });
    expect(withAnother([])[0]).toMatchObject({ name: 'trial 1', startSeconds: 0, track: null });
  });

  it('are refused by their row', () => {
    const [draft] = draftsOf([trial]);
    const fault = (changed: Partial<typeof draft>) => faultOf([draft, { ...draft, ...changed }], recording);
    expect(fault({})).toBeNull();
    expect(fault({ startSeconds: NaN })).toBe('Trial 2 has no beginning.');
    expect(fault({ startSeconds: 200 })).toBe('Trial 2 begins after the end of the recording, 3:20.');
    expect(fault({ startSeconds: 150 })).toBe('Trial 2 ends after the end of the recording, 3:20.');
    expect(fault({ startSeconds: 150, durationSeconds: NaN })).toBeNull();
  });
});
