import { describe, expect, it } from 'vitest';
import type { SeriesWithFacts } from '../studyDetail';
import { studyProblems } from './checkStudy';

const column = { unit: null, mean: 3, standardDeviation: 1, notFinite: 0, firstNotFinite: null };
const regions = [
  { ...column, name: 'dmPFC' },
  { ...column, name: 'STG' },
];
let number = 0;

function run(participant: string, change: Partial<SeriesWithFacts> = {}): SeriesWithFacts {
  number += 1;
  return {
    ...{ id: number, kind: 'recording', stimulus: 'happy', participant, name: 'recording' },
    ...{ hopSeconds: 1, startSeconds: 0, samples: 168, columns: regions, afterScan: false, shiftSeconds: 0 },
    ...{ source: 'bold.tsv', sha256: `numbers ${number}` },
    ...change,
  };
}

const stimulus = { id: 1, name: 'happy', mood: null, durationSeconds: 168, trackId: null, soundFileId: null };

/** The words of all problems of a study of these series. */
function words(series: SeriesWithFacts[], durationSeconds: number | null = 168): string[] {
  const labels = [...new Set(series.flatMap(({ participant }) => participant ?? []))];
  const participants = labels.map((label, id) => ({ id, label }));
  const stimuli = [{ ...stimulus, durationSeconds }];
  return studyProblems({ participants, stimuli, series, files: [] }).map(({ message }) => message);
}

describe('a check of a study', () => {
  it('finds nothing wrong with what is right', () => {
    expect(words([run('01'), run('02'), run('03', { samples: 170 })])).toEqual([]);
  });

  it('names participant, run, region and value of missing and constant numbers', () => {
    const missing = [regions[0], { ...regions[1], notFinite: 3, firstNotFinite: 40 }];
    expect(words([run('01'), run('02', { columns: missing })])).toEqual([
      'invalid recording of 02, happy, region STG: 3 of 168 samples are no numbers, the first is sample 41 (fill them in, or leave it out)',
    ]);
    const constant = [regions[0], { ...regions[1], mean: 7.5, standardDeviation: 0 }];
    expect(words([run('01'), run('02', { columns: constant })])).toEqual([
      'invalid recording of 02, happy, region STG: every sample is 7.5 (leave it out, or bring it anew)',
    ]);
  });

  it('names another TR, and one that nobody said', () => {
    expect(words([run('01'), run('02'), run('03', { hopSeconds: 2, samples: 84 })], null)[0]).toBe(
      "invalid recording of 03, happy: its TR is 2 s (the others' is 1 s)",
    );
    expect(words([run('01'), run('02', { hopSeconds: null })])).toEqual([
      'invalid recording of 02, happy: it has no TR (say it in the mapping, as hop_seconds)',
    ]);
  });

  it('holds lengths against the others and against the piece', () => {
    expect(words([run('01'), run('02'), run('03', { samples: 150 })])).toEqual([
      'invalid recording of 03, happy: 150 volumes (the others of this piece have 168)',
    ]);
    expect(words([run('01', { samples: 100 }), run('02', { samples: 101 })])).toEqual([
      'invalid recording of 01, happy: 100 volumes of 1 s end at 100 s (the piece lasts 168 s: check TR and piece)',
      'invalid recording of 02, happy: 101 volumes of 1 s end at 101 s (the piece lasts 168 s: check TR and piece)',
    ]);
  });

  it('names other regions, and numbers that are another run’s', () => {
    const swapped = [regions[1], regions[0]];
    expect(words([run('01'), run('02'), run('03', { columns: swapped })])).toEqual([
      'invalid recording of 03, happy, column 1: STG (the others have dmPFC there: the same regions in the same order)',
    ]);
    expect(words([run('01', { sha256: 'same' }), run('02', { sha256: 'same' })])).toEqual([
      'invalid recording of 02, happy: it has the very numbers of the recording of 01, happy (bring the right file)',
    ]);
  });

  it('warns of a participant without a run, and of a piece without a feature', () => {
    const rating = run('02', { kind: 'rating', name: 'joy' });
    expect(words([run('01'), rating])).toEqual([
      'invalid participant: 02 (there is no run of theirs: they take no part where brains do)',
    ]);
    const stimuli = [stimulus, { ...stimulus, id: 2, name: 'sad' }];
    const feature = run('x', { kind: 'feature', participant: null, name: 'envelope' });
    expect(studyProblems({ participants: [], stimuli, series: [feature], files: [] })).toMatchObject([
      { severity: 'warning', stimulus: 'sad', code: 'no-feature' },
    ]);
  });
});
