import type { Database } from '@/db/open';
import type { Caller } from '../../../access/caller';
import { seriesWithFacts, studyDetail, type SeriesWithFacts, type StudyDetail } from '../studyDetail';
import { agreementProblems } from './agreementProblems';
import { seriesProblems } from './seriesProblems';
import type { StudyProblem } from './studyProblem';

/** All that is wrong with a study of the caller's. Throws AppError 'not-found'. */
export async function checkStudy(
  database: Database,
  caller: Caller,
  studyId: number,
): Promise<StudyProblem[]> {
  const study = await studyDetail(database, caller, studyId);
  return studyProblems({ ...study, series: await seriesWithFacts(database, studyId) });
}

type StudyData = Pick<StudyDetail, 'participants' | 'stimuli' | 'files'> & { series: SeriesWithFacts[] };

/** All that is wrong with a study's data, by what is known of every series; what is refused comes first. */
export function studyProblems({ participants, stimuli, series, files }: StudyData): StudyProblem[] {
  const recordings = series.filter(({ kind }) => kind === 'recording');
  const problems = [
    ...series.flatMap(seriesProblems),
    ...agreementProblems(recordings, stimuli),
    ...withoutRuns({ participants, series }),
    ...withoutFeatures({ stimuli, series }),
    ...refusedFiles(files),
  ];
  const isWarning = ({ severity }: StudyProblem) => Number(severity === 'warning');
  return problems.sort((one, other) => isWarning(one) - isWarning(other));
}

const nobody = { seriesId: null, participant: null, stimulus: null, region: null };

/** Where anybody was recorded, everybody should have been. */
function withoutRuns({ participants, series }: Pick<StudyData, 'participants' | 'series'>): StudyProblem[] {
  const recorded = new Set(
    series.filter(({ kind }) => kind === 'recording').map(({ participant }) => participant),
  );
  if (recorded.size === 0) return [];
  return participants
    .filter(({ label }) => !recorded.has(label))
    .map(({ label }) => ({
      ...{ ...nobody, severity: 'warning', code: 'no-run', participant: label },
      message: `invalid participant: ${label} (there is no run of theirs: they take no part where brains do)`,
    }));
}

/** A piece that others have a feature of should have it too. */
function withoutFeatures({ stimuli, series }: Pick<StudyData, 'stimuli' | 'series'>): StudyProblem[] {
  const features = series.filter(({ kind }) => kind === 'feature');
  const names = [...new Set(features.map(({ name }) => name))];
  return stimuli.flatMap((stimulus) =>
    names
      .filter((name) => !features.some((each) => each.name === name && each.stimulus === stimulus.name))
      .map((name) => ({
        ...{ ...nobody, severity: 'warning' as const, code: 'no-feature' as const, stimulus: stimulus.name },
        message: `invalid piece: ${stimulus.name} (it has no feature ${name}: compute it, or leave the piece out)`,
      })),
  );
}

function refusedFiles(files: StudyData['files']): StudyProblem[] {
  return files
    .filter(({ state }) => state === 'refused')
    .map(({ name, failure }) => ({
      ...{ ...nobody, severity: 'refused', code: 'file' },
      message: `invalid file: ${name} (${failure ?? 'it could not be read'})`,
    }));
}
