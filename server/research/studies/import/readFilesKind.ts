import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { studies, studyFiles, studySeries, studyTargets } from '@/db/schema';
import type { Target } from '@/ml/encoding/preparedStudy';
import type { Job, JobEnd, JobKind, JobTools } from '../../../jobs/jobKind';
import { pathOfFile } from '../files/removeStudyFile';
import { isBeside } from '../mapping/isBeside';
import { analysesFolder, seriesFolder } from '../studyFolder';
import { readFilesJob, type ReadFilesPayload } from './readFilesJob';
import { saveAnalyses } from './saveAnalyses';
import { saysSimulated } from './simulatedNote';
import { StudyReading } from './studyReading';
import { StudyWriter } from './studyWriter';
import { tidyAnalyses, tidySeries, tidyUploads } from './tidyStudy';

/** The kind of job that reads the brought files of a study, each in the watched process. */
export function readFilesKind(dataDirectory: string): JobKind<ReadFilesPayload> {
  return { ...readFilesJob, run: (job, tools) => readFiles(job, tools, dataDirectory) };
}

async function readFiles(
  { payload: { studyId, rows } }: Job<ReadFilesPayload>,
  tools: JobTools,
  dataDirectory: string,
): Promise<JobEnd> {
  const place = { database: tools.database, dataDirectory };
  await tidySeries(place, studyId);
  await tidyAnalyses(place, studyId);
  const files = await tools.database.select().from(studyFiles).where(eq(studyFiles.studyId, studyId));
  const paths = new Map(files.map((file) => [file.name, pathOfFile(dataDirectory, file)]));
  const simulated = await saysSimulated(paths);
  const reading = new StudyReading({
    ...{ tools, paths, folder: seriesFolder(dataDirectory, studyId) },
    analysesFolder: analysesFolder(dataDirectory, studyId),
  });
  const wanted = rows.filter(({ use }) => use !== 'ignore');
  for (const [at, row] of wanted.entries()) {
    tools.onProgress(at / wanted.length, null);
    if (!(await reading.take(row, (fraction) => tools.onProgress((at + fraction) / wanted.length, null))))
      return { kind: 'stopped' };
  }
  return {
    kind: 'done',
    write: async (transaction) => {
      // A study that was removed meanwhile took its job with it; nothing comes here.
      await save(transaction, studyId, { reading, files });
      // What was simulated once is never taken for measured.
      if (simulated) await transaction.update(studies).set({ simulated }).where(eq(studies.id, studyId));
      const refused = new Map([
        ...reading.refused,
        ...(await saveAnalyses({ executor: transaction, dataDirectory }, studyId, reading.analyses)),
      ]);
      const writer = new StudyWriter(transaction, studyId);
      for (const [name, reason] of refused) await writer.file(name, 'refused', reason);
      const warning =
        refused.size === 0
          ? null
          : `${refused.size} files were refused: ${[...refused.keys()].slice(0, 3).join(', ')}`;
      return { result: { read: reading.series.length, refused: refused.size }, warning };
    },
    afterwards: () => tidyUploads(place, studyId),
  };
}

type FileRow = typeof studyFiles.$inferSelect;

async function save(
  executor: Executor,
  studyId: number,
  { reading, files }: { reading: StudyReading; files: FileRow[] },
): Promise<void> {
  const writer = new StudyWriter(executor, studyId);
  const idOf = new Map(files.map(({ name, id }) => [name, id]));
  await writer.participants(reading.participants);
  await writer.stimuli(reading.stimuli);
  await writer.stimuli(
    reading.sounds.map(({ file, ...sound }) => ({ ...sound, soundFileId: idOf.get(file) ?? null })),
  );
  await writer.series(reading.series);
  await writer.lengths(reading.lengths);
  await writer.targets(await targetsNow(executor, studyId, reading));
  for (const { name, state } of files)
    if (state === 'waiting' && isBeside(name)) await writer.file(name, 'kept');
  for (const name of reading.done) await writer.file(name, 'read');
  for (const { file } of reading.sounds) await writer.file(file, 'kept');
}

/** The regions by their table, if there is one; else those that are known, else the columns of the first recording. */
async function targetsNow(executor: Executor, studyId: number, { targets }: StudyReading): Promise<Target[]> {
  const recordings = await executor
    .select({ kind: studySeries.kind, columns: studySeries.columns })
    .from(studySeries)
    .where(eq(studySeries.studyId, studyId))
    .orderBy(studySeries.id);
  const known = await executor.select().from(studyTargets).where(eq(studyTargets.studyId, studyId));
  const told = new Map<string, Target>(
    [...known, ...targets].map(({ name, network, hemisphere, centre }) => [
      name,
      { name, network, hemisphere, centre },
    ]),
  );
  const first = recordings.find(({ kind }) => kind === 'recording');
  if (!first) return [...told.values()];
  return first.columns.map(
    ({ name }) => told.get(name) ?? { name, network: null, hemisphere: null, centre: null },
  );
}
