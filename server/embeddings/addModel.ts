import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '@/db/open';
import { embeddingModels } from '@/db/schema';
import { frontEndNames } from '@/ml/embedding/frontEnds/frontEnds';
import { AnalysisClient } from '../analysis/analysisClient';
import { unfinishedName } from '../base/cleanUnfinished';
import { incomingFolder } from '../base/dataFolders';
import { AppError } from '../base/errors';
import { invalidInput } from '../base/invalidInput';
import { ownModelName, type ModelRow } from './embeddingModels';
import { inspect, type InspectedModel, type ModelToLoad } from './inspect';
import { modelFile } from './modelFiles';
import type { Ask } from './askAddress';
import { receiveModel } from './receiveModel';

const newModel = z.object({
  NAME: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,39}$/, 'lower-case letters, digits, . _ and -, 40 at most')
    .refine((name) => name !== ownModelName, "the project's own embedding is called so"),
  FILE_OR_URL: z.string().min(1, 'a path or an https address').max(4096),
  '--sha256': z
    .string()
    .regex(/^[0-9a-f]{64}$/i, '64 hexadecimal digits')
    .toLowerCase(),
  '--front-end': z.enum(frontEndNames),
  '--output': z.string().min(1).max(200).optional(),
});

/** What a person says of a model to add. */
export interface NewModel {
  name: string;
  /** A path, or an https address. */
  place: string;
  sha256: string;
  frontEnd: string;
  /** The output that is the embedding, where the graph has several. */
  output?: string;
  /** Whether the address may be of a private network or of this machine. */
  allowPrivate?: boolean;
}

/**
 * Adds an embedding network: its file is copied or downloaded, its content compared with the hash, the graph loaded
 * and tried out in a watched process, and only then laid down and listed. It is not yet in use.
 * Throws AppError: 'invalid' for a name, a hash or a graph that does not fit, 'conflict' for a name that is taken,
 * 'unavailable' where the process that tries it ends, and what receiveModel throws.
 */
export async function addModel(
  { database, dataDirectory }: { database: Database; dataDirectory: string },
  asked: NewModel,
  ask?: Ask,
): Promise<ModelRow> {
  const { name, place, sha256, frontEnd, output } = checked(asked);
  await requireFree(database, name);
  const incoming = join(incomingFolder(dataDirectory), unfinishedName('model'));
  await mkdir(dirname(incoming), { recursive: true });
  try {
    const source = await receiveModel({ place, sha256, ask, allowPrivate: asked.allowPrivate }, incoming);
    const found = await inspected({ graph: incoming, sha256, frontEnd, output });
    const file = modelFile(dataDirectory, sha256);
    await mkdir(dirname(file), { recursive: true });
    await rename(incoming, file);
    const [row] = await database
      .insert(embeddingModels)
      .values({ name, sha256, frontEnd, source, ...found })
      .onConflictDoNothing()
      .returning();
    if (!row) throw taken(name);
    return row;
  } finally {
    await rm(incoming, { force: true });
  }
}

function checked({ name, place, sha256, frontEnd, output }: NewModel) {
  const given = {
    NAME: name,
    FILE_OR_URL: place,
    '--sha256': sha256,
    '--front-end': frontEnd,
    '--output': output,
  };
  const parsed = newModel.safeParse(given);
  if (!parsed.success) throw invalidInput(parsed.error, given);
  const { data } = parsed;
  return {
    name: data.NAME,
    place: data.FILE_OR_URL,
    sha256: data['--sha256'],
    frontEnd: data['--front-end'],
    output: data['--output'],
  };
}

async function requireFree(database: Database, name: string): Promise<void> {
  if ((await database.$count(embeddingModels, eq(embeddingModels.name, name))) > 0) throw taken(name);
}

function taken(name: string): AppError {
  return new AppError(
    'conflict',
    `invalid NAME: ${name} (an embedding has it: remove that first, or choose another)`,
  );
}

/** What the graph turns out to be when it is loaded and tried, out of harm's way. */
async function inspected(model: ModelToLoad): Promise<InspectedModel> {
  const client = new AnalysisClient();
  try {
    const outcome = await client.request(inspect, model);
    if (outcome.kind === 'answered') return outcome.answer;
    if (outcome.kind === 'failed') throw new AppError(outcome.code, `invalid model: ${outcome.reason}`);
    const reason = 'reason' in outcome ? outcome.reason : outcome.kind;
    throw new AppError('unavailable', `the model could not be tried: ${reason}`);
  } finally {
    client.close();
  }
}
