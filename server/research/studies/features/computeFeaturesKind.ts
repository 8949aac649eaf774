import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { studyFiles, studyStimuli } from '@/db/schema';
import type { Job, JobEnd, JobKind, JobTools } from '../../../jobs/jobKind';
import { audioFileOf } from '../../../streams/audioFile';
import { featureNamed } from '../../features/featureNamed';
import { stimulusFeatures } from '../../features/stimulusFeatures';
import { pathOfFile } from '../files/removeStudyFile';
import { keepSeries } from '../import/keepSeries';
import { StudyWriter, type NewSeries } from '../import/studyWriter';
import { tidySeries } from '../import/tidyStudy';
import { seriesFolder } from '../studyFolder';
import { computeFeaturesJob, type ComputeFeaturesPayload } from './computeFeaturesJob';

/** The kind of job that computes features of a study's pieces. */
export function computeFeaturesKind(dataDirectory: string): JobKind<ComputeFeaturesPayload> {
  return { ...computeFeaturesJob, run: (job, tools) => computeFeatures(job, tools, dataDirectory) };
}

async function computeFeatures(
  { payload: { studyId, features } }: Job<ComputeFeaturesPayload>,
  tools: JobTools,
  dataDirectory: string,
): Promise<JobEnd> {
  const { database } = tools;
  await tidySeries({ database, dataDirectory }, studyId);
  const sounds = await soundsOf({ database, dataDirectory }, studyId);
  const versions = new Map<string, string>();
  for (const name of features)
    versions.set(name, (await featureNamed({ database, dataDirectory }, name)).version);
  const series: NewSeries[] = [];
  for (const [at, sound] of sounds.entries()) {
    const outcome = await stimulusFeatures(
      { ...tools, dataDirectory },
      { path: sound.path, wanted: features },
      {
        signal: tools.signal,
        onProgress: (fraction, seconds) => tools.onProgress((at + fraction) / sounds.length, seconds),
      },
    );
    if (outcome.kind === 'failed') return { ...outcome, reason: `${sound.stimulus}: ${outcome.reason}` };
    if (outcome.kind !== 'answered') return outcome;
    for (const [name, computed] of Object.entries(outcome.answer))
      series.push({
        ...(await keepSeries(seriesFolder(dataDirectory, studyId), name, computed)),
        ...{
          kind: 'feature',
          stimulus: sound.stimulus,
          participant: null,
          afterScan: false,
          shiftSeconds: 0,
        },
        source: `computed: ${name} ${versions.get(name)}`,
      });
  }
  return {
    kind: 'done',
    write: async (transaction) => {
      await new StudyWriter(transaction, studyId).series(series);
      return { result: { computed: series.length } };
    },
  };
}

/** The sounds of a study's pieces: where each lies. */
async function soundsOf(
  { database, dataDirectory }: { database: Executor; dataDirectory: string },
  studyId: number,
): Promise<{ stimulus: string; path: string }[]> {
  const rows = await database
    .select({ stimulus: studyStimuli.name, trackId: studyStimuli.trackId, file: studyFiles })
    .from(studyStimuli)
    .leftJoin(studyFiles, eq(studyFiles.id, studyStimuli.soundFileId))
    .where(eq(studyStimuli.studyId, studyId))
    .orderBy(studyStimuli.id);
  const sounds: { stimulus: string; path: string }[] = [];
  for (const { stimulus, trackId, file } of rows) {
    if (file !== null) sounds.push({ stimulus, path: pathOfFile(dataDirectory, file) });
    else if (trackId !== null) sounds.push({ stimulus, path: (await audioFileOf(database, trackId)).path });
  }
  return sounds;
}
