import { describe, expect, it } from 'vitest';
import { whatIsMissing } from './whatIsMissing';

type Study = Parameters<typeof whatIsMissing>[0];

const recording: Study['recordings'][number] = {
  ...{ id: 1, participant: '01', fileName: 'a.edf', sizeBytes: 1, state: 'measured', failure: null },
  ...{ format: 'EDF', durationSeconds: 60, channels: 32, events: 0, trials: 1, windows: null, job: null },
};
const track: Study['tracks'][number] = { id: 1, name: 'calm', trackId: 4, valence: 5, arousal: 5, trials: 1 };

describe('whatIsMissing', () => {
  it('names the first thing that is missing, in the order in which things are brought', () => {
    expect(whatIsMissing({ recordings: [], tracks: [] })).toMatch('recordings first');
    expect(whatIsMissing({ recordings: [recording], tracks: [] })).toMatch('tracks.tsv');
    const unheard = [{ ...track, trials: 0, trackId: null }];
    expect(whatIsMissing({ recordings: [recording], tracks: unheard })).toMatch('trials.tsv');
    const silent = [track, { ...track, trackId: null }];
    expect(whatIsMissing({ recordings: [recording], tracks: silent })).toMatch('sound of two');
    const unread: Study['recordings'] = [{ ...recording, state: 'waiting' }];
    expect(whatIsMissing({ recordings: unread, tracks: [track, track] })).toMatch('are measured');
    const refused: Study['recordings'] = [{ ...recording, state: 'refused' }];
    expect(whatIsMissing({ recordings: refused, tracks: [track, track] })).toMatch(
      'all of these were refused',
    );
  });

  it('says nothing where a model can be trained', () => {
    expect(whatIsMissing({ recordings: [recording], tracks: [track, track] })).toBeNull();
  });
});
