import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { studySeries } from '@/db/schema';
import { studyProblems } from '../check/checkStudy';
import { seriesWithFacts, studyDetail } from '../studyDetail';
import { seriesFolder } from '../studyFolder';
import type { StudyPlace } from '../studyPlace';
import type { StudyInput } from './studyInput';

/** A study of the caller's as analyses take it. Throws AppError 'not-found'. */
export async function loadStudyInput(
  { database, dataDirectory, caller }: StudyPlace,
  studyId: number,
): Promise<StudyInput> {
  const study = await studyDetail(database, caller, studyId);
  const { id, file } = studySeries;
  const files = await database.select({ id, file }).from(studySeries).where(eq(studySeries.studyId, studyId));
  const pathOf = new Map(files.map((row) => [row.id, join(seriesFolder(dataDirectory, studyId), row.file)]));
  return {
    title: study.title,
    simulated: study.simulated,
    participants: study.participants.map(({ label }) => label),
    stimuli: study.stimuli.map(({ name, mood, durationSeconds }) => ({ name, mood, durationSeconds })),
    targets: study.targets,
    series: study.series.flatMap((series) => {
      const path = pathOf.get(series.id);
      return path === undefined ? [] : [{ ...series, path }];
    }),
    problems: studyProblems({ ...study, series: await seriesWithFacts(database, studyId) }),
  };
}
