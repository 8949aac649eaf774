import type { StudyStimulus, SeriesWithFacts } from '../studyDetail';
import { aboutSeries, seriesWords } from './seriesWords';
import type { StudyProblem } from './studyProblem';

/** Differences of sampling intervals up to this share are rounding in headers. */
const roundingShare = 1e-3;
/** Recordings of one piece may differ by so many volumes in length: scanners stop by hand. */
const lengthVolumes = 2;
/** A recording may end so much before its piece does, as a share of the piece. */
const lengthShare = 0.02;

/** What is wrong between recordings, and between a recording and its piece. */
export function agreementProblems(recordings: SeriesWithFacts[], stimuli: StudyStimulus[]): StudyProblem[] {
  return [
    ...intervalProblems(recordings),
    ...regionProblems(recordings),
    ...stimuli.flatMap((stimulus) => lengthProblems(recordings, stimulus)),
    ...sameNumbers(recordings),
  ];
}

/** All recordings of a study share one TR: the one that most have. */
function intervalProblems(recordings: SeriesWithFacts[]): StudyProblem[] {
  const usual = mostFrequent(recordings.flatMap(({ hopSeconds }) => hopSeconds ?? []));
  return recordings
    .filter(
      ({ hopSeconds }) => hopSeconds !== null && Math.abs(hopSeconds / (usual ?? 1) - 1) > roundingShare,
    )
    .map((series) => ({
      ...{ severity: 'refused', code: 'tr', ...aboutSeries(series) },
      message: `invalid ${seriesWords(series)}: its TR is ${series.hopSeconds} s (the others' is ${usual} s)`,
    }));
}

/** All recordings have the same regions in the same order: those that most have. */
function regionProblems(recordings: SeriesWithFacts[]): StudyProblem[] {
  const regionsOf = ({ columns }: SeriesWithFacts) => JSON.stringify(columns.map(({ name }) => name));
  const usual = mostFrequent(recordings.map(regionsOf));
  return recordings
    .filter((series) => regionsOf(series) !== usual)
    .map((series) => {
      const expected = JSON.parse(usual ?? '[]') as string[];
      const at = expected.findIndex((name, column) => series.columns[column]?.name !== name);
      const column = at === -1 ? expected.length : at;
      const has = series.columns[column]?.name ?? 'nothing';
      return {
        ...{ severity: 'refused' as const, code: 'regions' as const, ...aboutSeries(series, has) },
        message: `invalid ${seriesWords(series)}, column ${column + 1}: ${has} (the others have ${expected[column] ?? 'no more columns'} there: the same regions in the same order)`,
      };
    });
}

function lengthProblems(all: SeriesWithFacts[], { name, durationSeconds }: StudyStimulus): StudyProblem[] {
  const recordings = all.filter(({ stimulus, hopSeconds }) => stimulus === name && hopSeconds !== null);
  const usual = median(recordings.map(({ samples }) => samples));
  return recordings.flatMap((series) => {
    const { samples, startSeconds } = series;
    if (Math.abs(samples - usual) > lengthVolumes)
      return [lengthProblem(series, `${samples} volumes (the others of this piece have ${usual})`)];
    if (durationSeconds === null) return [];
    const hop = series.hopSeconds ?? 0;
    const end = startSeconds + samples * hop;
    const tolerated = Math.max(lengthVolumes * hop, lengthShare * durationSeconds);
    if (end >= durationSeconds - tolerated) return [];
    return [
      lengthProblem(
        series,
        `${samples} volumes of ${hop} s end at ${round(end)} s (the piece lasts ${round(durationSeconds)} s: check TR and piece)`,
      ),
    ];
  });
}

function lengthProblem(series: SeriesWithFacts, what: string): StudyProblem {
  return {
    ...{ severity: 'refused', code: 'length', ...aboutSeries(series) },
    message: `invalid ${seriesWords(series)}: ${what}`,
  };
}

/** Two recordings of the very same numbers: one was copied over the other. */
function sameNumbers(recordings: SeriesWithFacts[]): StudyProblem[] {
  const first = new Map<string, SeriesWithFacts>();
  return recordings.flatMap((series) => {
    const before = first.get(series.sha256);
    if (!before) first.set(series.sha256, series);
    if (!before) return [];
    return [
      {
        ...{ severity: 'refused' as const, code: 'duplicate' as const, ...aboutSeries(series) },
        message: `invalid ${seriesWords(series)}: it has the very numbers of the ${seriesWords(before)} (bring the right file)`,
      },
    ];
  });
}

function mostFrequent<T>(values: T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
