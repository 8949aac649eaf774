import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doubleColumnOf, type DoubleMatrix } from '@/ml/linear/doubleMatrix';
import { createRandom } from '@/ml/random';
import { analysisSpec, type AnalysisSpecInput } from '../../analyses/analysisSpec';
import { npyBytes } from '../../recordings/write/npyBytes';
import { prepareStudy } from './prepareStudy';
import type { InputSeries, StudyInput } from './studyInput';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-prepare-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let number = 0;

/** A series of columns, in a file. */
function series(columns: number[][], about: Partial<InputSeries>): InputSeries {
  number += 1;
  const path = join(folder, `${number}.npy`);
  const [rows, width] = [columns[0].length, columns.length];
  const values = Float64Array.from(
    { length: rows * width },
    (_, at) => columns[at % width][Math.floor(at / width)],
  );
  writeFileSync(path, npyBytes({ rows, columns: width, values }));
  return {
    ...{ id: number, kind: 'recording', stimulus: 'piece', participant: '01', name: 'recording' },
    ...{ hopSeconds: 2, startSeconds: 0, samples: rows, afterScan: false, shiftSeconds: 0 },
    ...{ columns: columns.map((_, at) => `R${at + 1}`), path },
    ...{ source: '', sha256: String(number) },
    ...about,
  };
}

function studyOf(all: InputSeries[], durationSeconds: number | null = null): StudyInput {
  return {
    ...{ title: 'study', simulated: false, participants: ['01', '02'], problems: [] },
    stimuli: [{ name: 'piece', mood: null, durationSeconds }],
    targets: ['R1', 'R2'].map((name) => ({ name, network: null, hemisphere: null, centre: null })),
    series: all,
  };
}

const raw = { highPassHz: null, detrendDegree: null, zScore: false };

function specOf(change: Partial<Extract<AnalysisSpecInput, { kind: 'encoding' }>> = {}) {
  return analysisSpec.parse({
    ...{ kind: 'encoding', spaces: [{ name: 'x', series: 'x' }], preprocessing: raw },
    ...change,
  });
}

const noise = (samples: number, purpose: string) => {
  const random = createRandom(1, purpose);
  return Array.from({ length: samples }, () => random.bell());
};
const column = (matrix: DoubleMatrix | null, at = 0) => [...doubleColumnOf(matrix!, at)];

describe('preparing a study', () => {
  it('gives a feature on the recording’s own samples as it is, cut to what both cover', async () => {
    const x = noise(60, 'x');
    const bold = [noise(64, 'a'), noise(64, 'b')];
    // A value a volume stands where the volume does: at half of its TR.
    const all = [
      series([x], { kind: 'feature', participant: null, name: 'x', startSeconds: 1 }),
      series(bold, {}),
    ];
    const { study, problems, used } = await prepareStudy(studyOf(all), specOf());
    const [piece] = study.pieces;
    expect(piece.samples).toBe(60);
    column(piece.shared.x).forEach((value, at) => expect(value).toBeCloseTo(x[at], 12));
    expect(column(piece.recordings[0], 1)).toEqual(bold[1].slice(0, 60));
    expect([study.participants, study.hopSeconds, problems]).toEqual([['01'], 2, []]);
    expect(used).toHaveLength(2);
  });

  it('drops volumes before the piece, and trims recordings while features keep what was heard', async () => {
    const x = noise(60, 'x');
    const bold = [noise(64, 'a'), noise(64, 'b')];
    const all = [
      series([x], { kind: 'feature', participant: null, name: 'x', startSeconds: 1 }),
      series(bold, {}),
    ];
    const preprocessing = { ...raw, dropVolumes: 4, trimStartSeconds: 6, trimEndSeconds: 4 };
    const { study } = await prepareStudy(studyOf(all, 120), specOf({ preprocessing }));
    const [piece] = study.pieces;
    expect([piece.samples, piece.margin]).toEqual([55, { before: 3, after: 2 }]);
    expect(column(piece.recordings[0])).toEqual(bold[0].slice(4 + 3, 4 + 58));
    expect(piece.shared.x.rows).toBe(60);
  });

  it('moves a rating earlier by its own lag and the analysis’', async () => {
    const joy = noise(120, 'joy');
    const bold = [noise(60, 'a'), noise(60, 'b')];
    const about = { kind: 'rating' as const, name: 'joy', hopSeconds: 1, startSeconds: 0.5 };
    const spaces = [{ name: 'x', from: 'rating' as const, series: 'joy' }];
    const late = await prepareStudy(
      studyOf([series([joy], { ...about, shiftSeconds: 3 }), series(bold, {})]),
      specOf({ spaces, preprocessing: { ...raw, ratingShiftSeconds: 1 } }),
    );
    const early = await prepareStudy(
      studyOf([series([[...joy.slice(4), ...Array<number>(4).fill(joy[119])]], about), series(bold, {})]),
      specOf({ spaces }),
    );
    expect(late.study.pieces[0].own.x).toEqual(early.study.pieces[0].own.x);
  });

  it('takes drift and confounds out of recordings, and z-scores them', async () => {
    const [signal, confound] = [noise(80, 'a'), noise(80, 'c')];
    const dirty = signal.map((value, t) => value + 0.5 * t + 3 * confound[t]);
    const all = [
      series([noise(80, 'x')], { kind: 'feature', participant: null, name: 'x', startSeconds: 1 }),
      series([dirty, signal], {}),
      series([confound, confound.map((value, t) => (t === 0 ? NaN : value))], {
        kind: 'confounds',
        name: 'confounds',
      }),
    ];
    const preprocessing = { highPassHz: null, detrendDegree: 1, confounds: ['R1'] };
    const { study } = await prepareStudy(studyOf(all), specOf({ preprocessing }));
    const [clean, plain] = [column(study.pieces[0].recordings[0]), column(study.pieces[0].recordings[0], 1)];
    clean.forEach((value, at) => expect(value).toBeCloseTo(plain[at], 9));
    expect(clean.reduce((sum, value) => sum + value ** 2, 0) / clean.length).toBeCloseTo(1, 12);
    const unknown = prepareStudy(
      studyOf(all),
      specOf({ preprocessing: { ...preprocessing, confounds: ['motion'] } }),
    );
    await expect(unknown).resolves.toMatchObject({
      problems: [
        {
          severity: 'refused',
          participant: '01',
          message: expect.stringContaining('confounds: motion') as string,
        },
      ],
    });
  });

  it('counts confounds among what an answer rests on, takes their interval from the recording, and refuses a run without', async () => {
    const all = [
      series([noise(80, 'x')], { kind: 'feature', participant: null, name: 'x', startSeconds: 1 }),
      series([noise(80, 'a'), noise(80, 'b')], {}),
      series([noise(80, 'd'), noise(80, 'e')], { participant: '02' }),
      series([noise(80, 'c')], { kind: 'confounds', name: 'confounds', hopSeconds: null }),
    ];
    const preprocessing = { confounds: 'all' as const };
    const { study, problems, used } = await prepareStudy(studyOf(all), specOf({ preprocessing }));
    expect(study.participants).toEqual(['01']);
    expect(used.map(({ kind }) => kind)).toContain('confounds');
    expect(problems.map(({ message }) => message)).toEqual([
      'invalid recording of 02, piece, confounds: none (bring those of this run, or regress none out)',
    ]);
  });

  it('leaves out a run that stands still, by name, and goes on with the others', async () => {
    const still = [noise(60, 'a'), Array<number>(60).fill(5)];
    const all = [
      series([noise(60, 'x')], { kind: 'feature', participant: null, name: 'x', startSeconds: 1 }),
      series(still, {}),
      series([noise(60, 'b'), noise(60, 'c')], { participant: '02' }),
    ];
    const { study, problems } = await prepareStudy(studyOf(all), specOf({ preprocessing: {} }));
    expect(study.participants).toEqual(['02']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^invalid recording of 01, piece, region R2: constant at 5/),
    ]);
    const other = await prepareStudy(studyOf(all), specOf({ preprocessing: {}, targets: ['R1'] }));
    expect(other.study.participants).toEqual(['01', '02']);
  });

  it('says which piece has no feature, and refuses a study of which nothing is left', async () => {
    const all = [series([noise(60, 'a'), noise(60, 'b')], {})];
    await expect(prepareStudy(studyOf(all), specOf())).rejects.toThrow(
      'invalid study: no piece can be analysed (invalid piece: piece (it has no feature x: it is left out))',
    );
  });
});
