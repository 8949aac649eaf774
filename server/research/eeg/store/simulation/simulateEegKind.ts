import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ownFolder } from '../../../../base/dataFolders';
import type { Job, JobEnd, JobKind, JobTools } from '../../../../jobs/jobKind';
import type { SimulationWish } from '../../simulate/simulationWish';
import { saveSimulatedEeg } from './saveSimulatedEeg';
import { simulateEegJob, type SimulateEegPayload } from './simulateEegJob';
import { simulateFolder } from './simulateFolder';

/** Eight people who hear all of the demo music: made and measured in two minutes by one process. */
export const firstStudy = { participants: 8 } satisfies SimulationWish;

/** The kind of job that makes the study of EEG to start with; one at a time, whoever it is for. */
export function simulateEegKind(
  dataDirectory: string,
  wish: SimulationWish = firstStudy,
): JobKind<SimulateEegPayload> {
  return { ...simulateEegJob, run: (job, tools) => simulate(job, tools, { dataDirectory, wish }) };
}

async function simulate(
  { payload: { personId, seed } }: Job<SimulateEegPayload>,
  { alone, client, signal, onProgress }: JobTools,
  { dataDirectory, wish }: { dataDirectory: string; wish: SimulationWish },
): Promise<JobEnd> {
  await alone('simulated-eeg');
  const folder = await stagingFolder(dataDirectory);
  const asked = { folder, wish: { ...wish, seed } };
  const outcome = await client.request(simulateFolder, asked, { signal, onProgress });
  if (outcome.kind !== 'answered') return outcome;
  return {
    kind: 'done',
    write: async (executor) => {
      const studyId = await saveSimulatedEeg(executor, { dataDirectory, personId }, { folder, simulated: outcome.answer }); // prettier-ignore
      return { result: { studyId } };
    },
  };
}

const staging = 'staged-';

/** A new folder beside the studies, without what a work that was broken off has left there. */
async function stagingFolder(dataDirectory: string): Promise<string> {
  const studies = ownFolder(dataDirectory, 'eeg');
  await mkdir(studies, { recursive: true });
  for (const name of await readdir(studies))
    if (name.startsWith(staging)) await rm(join(studies, name), { recursive: true, force: true });
  return join(studies, `${staging}${randomUUID()}`);
}
