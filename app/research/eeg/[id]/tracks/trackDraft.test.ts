import { describe, expect, it } from 'vitest';
import { draftsOf, faultOf, wishesOf, withTrack } from './trackDraft';

const track = { id: 3, name: 'calm', trackId: 9, valence: 6.5, arousal: null, trials: 2 };

describe('tracks as they are typed', () => {
  it('are the same tracks once they are told again', () => {
    expect(wishesOf(draftsOf([track]))).toEqual([{ name: 'calm', trackId: 9, valence: 6.5, arousal: null }]);
  });

  it('get one of the library, under a name that is free', () => {
    const drafts = withTrack(withTrack(draftsOf([track]), { trackId: 4, title: 'calm' }), {
      ...{ trackId: 5, title: 'calm' },
    });
    expect(drafts.map(({ name }) => name)).toEqual(['calm', 'calm (2)', 'calm (3)']);
    expect(new Set(drafts.map(({ key }) => key)).size).toBe(3);
    expect(faultOf(drafts)).toBeNull();
  });

  it('are refused without a name, and with one that stands twice', () => {
    const [draft] = draftsOf([track]);
    expect(faultOf([draft, { ...draft, name: ' ' }])).toBe('Track 2 has no name.');
    expect(faultOf([draft, { ...draft, name: 'calm ' }])).toBe('Two tracks are called “calm”.');
  });
});
