import { describe, expect, it } from 'vitest';
import type { Study, StudyProblem } from '@/app/ui/study/studyAnswers';
import { presenceOf, presenceWords } from './presence';

const person = (label: string, id: number) => ({ id, label });
const piece = (name: string, id: number) => ({
  ...{ id, name, mood: null, durationSeconds: null, trackId: null, soundFileId: null },
});
const series = (part: Partial<Study['series'][number]>): Study['series'][number] => ({
  ...{ id: 1, kind: 'recording', stimulus: 'happy', participant: '01', name: 'bold', hopSeconds: 2 },
  ...{
    startSeconds: 0,
    samples: 362,
    columns: [],
    afterScan: false,
    shiftSeconds: 0,
    source: '',
    sha256: '',
  },
  ...part,
});
const problem: StudyProblem = {
  ...{
    severity: 'refused',
    code: 'constant',
    seriesId: 1,
    participant: '02',
    stimulus: 'sad',
    region: 'LATL',
  },
  message: 'invalid recording of 02, sad, region LATL: every sample is 0',
};

describe('presenceOf', () => {
  const study = {
    participants: [person('01', 1), person('02', 2)],
    stimuli: [piece('happy', 1), piece('sad', 2)],
    series: [
      series({}),
      series({ kind: 'rating', name: 'joy' }),
      series({ kind: 'rating', name: 'awe' }),
      series({ kind: 'feature', participant: null, name: 'envelope' }),
      series({ participant: '02', stimulus: 'sad' }),
    ],
  };
  const rows = presenceOf(study, [problem]);

  it('has a row a piece and a cell a participant', () => {
    expect(rows.map((cells) => cells.map(({ participant, stimulus }) => [stimulus, participant]))).toEqual([
      [
        ['happy', '01'],
        ['happy', '02'],
      ],
      [
        ['sad', '01'],
        ['sad', '02'],
      ],
    ]);
  });

  it('tells recordings and ratings of each, and what is refused', () => {
    expect(rows[0][0]).toMatchObject({ ratings: ['joy', 'awe'], refused: false });
    expect(rows[0][0].recording).toEqual({ samples: 362, regions: 0, hopSeconds: 2 });
    expect(rows[0][1]).toMatchObject({ recording: null, ratings: [] });
    expect(rows[1][1].refused).toBe(true);
  });

  it('says it in words', () => {
    expect(presenceWords(rows[0][0])).toBe('01, happy: 362 volumes of 0 regions every 2 s, rated joy, awe');
    expect(presenceWords(rows[0][1])).toBe('02, happy: no recording, no ratings');
    expect(presenceWords(rows[1][1])).toContain('refused');
  });
});
