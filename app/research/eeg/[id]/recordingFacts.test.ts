import { describe, expect, it } from 'vitest';
import { recordingFacts } from './recordingFacts';

const measured: Parameters<typeof recordingFacts>[0] = {
  ...{ id: 1, participant: '01', fileName: 'sub-01_eeg.edf', sizeBytes: 1_200_000, state: 'measured' },
  ...{ failure: null, format: 'EDF+C', durationSeconds: 125, channels: 32, events: 3, trials: 1 },
  windows: { all: 231, rejected: 12, left: 219 },
  job: null,
};

describe('recordingFacts', () => {
  it('tells what a recording holds and how much of it was dropped', () => {
    expect(recordingFacts(measured)).toEqual([
      ...['sub-01_eeg.edf', 'EDF+C', '32 channels', '2:05', '1 trial'],
      '12 of 231 windows dropped',
    ]);
  });

  it('says what to do where nothing is left', () => {
    const facts = recordingFacts({ ...measured, windows: { all: 9, rejected: 9, left: 0 } });
    expect(facts.at(-1)).toBe('every window dropped: raise the limit of artefacts');
  });

  it('tells of a refused one the reason alone, and of an unread one its size', () => {
    const refused = recordingFacts({ ...measured, state: 'refused', failure: 'invalid FILE: a gap at 3 s' });
    expect(refused).toEqual(['sub-01_eeg.edf', 'invalid FILE: a gap at 3 s']);
    expect(recordingFacts({ ...measured, state: 'waiting', format: null })).toEqual([
      ...['sub-01_eeg.edf', 'to be read', '1.2 MB'],
    ]);
  });
});
