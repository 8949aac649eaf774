import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { studyPieces, type StudyPiece } from '@/ml/composer/studyPieces';
import { defaultSimulation, type SimulationPlan } from '@/ml/simulation/simulationPlan';
import { ownFolder } from '../../base/dataFolders';
import type { Job, JobEnd, JobKind, JobTools } from '../../jobs/jobKind';
import { simulateJob, type SimulatePayload } from '../studies/simulateJob';
import { askFirstQuestions } from './firstQuestions';
import { heardPieces } from './heardPieces';
import { pieceSounds } from './pieceSounds';
import { saveSimulated } from './saveSimulated';
import { simulateListeners } from './stagedStudy';

/** Of the work, playing the pieces is the most. */
const playingShare = 0.7;
const hearingShare = 0.25;

/** What is simulated: the default, or less of it in a test. */
interface SimulatedMusic {
  pieces: readonly StudyPiece[];
  plan: SimulationPlan;
}

const defaultMusic: SimulatedMusic = { pieces: studyPieces, plan: defaultSimulation };

/** The kind of job that makes the study to start with; one at a time, whoever it is for. */
export function simulateKind(dataDirectory: string, music = defaultMusic): JobKind<SimulatePayload> {
  return { ...simulateJob, run: (job, tools) => simulate(job, tools, { dataDirectory, music }) };
}

async function simulate(
  { payload: { personId, seed } }: Job<SimulatePayload>,
  tools: JobTools,
  { dataDirectory, music }: { dataDirectory: string; music: SimulatedMusic },
): Promise<JobEnd> {
  await tools.alone('simulation');
  const { client, signal, database, onProgress } = tools;
  const plan = { ...music.plan, seed };
  const folder = join(dataDirectory, 'cache', 'simulation');
  const onPlayed = (share: number) => onProgress(playingShare * share, null);
  const played = await pieceSounds({ client, signal, folder, onShare: onPlayed }, music.pieces);
  if (played.kind !== 'answered') return played;
  const heard = await heardPieces(
    played.answer,
    { client, database, dataDirectory },
    {
      hopSeconds: plan.hopSeconds,
      signal,
      onShare: (share) => onProgress(playingShare + hearingShare * share, null),
    },
  );
  if (heard.kind !== 'answered') return heard;
  const listening = {
    folder: await stagingFolder(dataDirectory),
    ...{ plan, sounds: played.answer, heard: heard.answer },
  };
  const staged = await client.request(simulateListeners, listening, { signal });
  if (staged.kind !== 'answered') return staged;
  let saved: number | null = null;
  return {
    kind: 'done',
    write: async (executor) => {
      const owner = { dataDirectory, personId };
      const studyId = await saveSimulated(executor, owner, { staged: staged.answer, sounds: played.answer });
      saved = studyId;
      return { result: { studyId } };
    },
    afterwards: async () => {
      await rm(folder, { recursive: true, force: true });
      if (saved !== null) await askFirstQuestions({ database, caller: { personId } }, saved);
    },
  };
}

const staging = 'staged-';

/** A new folder beside the studies, without what a work that was broken off has left there. */
async function stagingFolder(dataDirectory: string): Promise<string> {
  const studies = ownFolder(dataDirectory, 'studies');
  await mkdir(studies, { recursive: true });
  for (const name of await readdir(studies))
    if (name.startsWith(staging)) await rm(join(studies, name), { recursive: true, force: true });
  return join(studies, `${staging}${randomUUID()}`);
}
