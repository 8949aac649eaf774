import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/open';
import { embeddingModels, files, tracks } from '@/db/schema';
import { hearTogether } from '../analysis/hearTogether';
import { identify } from '../analysis/identify';
import type { Job, JobDefinition, JobEnd, JobKind, JobTools } from '../jobs/jobKind';
import type { ModelRow } from './embeddingModels';
import { embeddingBy, isEmbedded, keepEmbedding } from './embedTrack';

const payload = z.strictObject({ modelId: z.int(), trackId: z.int() });
type EmbedPayload = z.infer<typeof payload>;

/** A track that the model in use has not heard. */
export const embedJob: JobDefinition<EmbedPayload> = { name: 'embed', payload };

/** The key of the jobs that embed a track: one of them may be open. */
export function embeddingKey(trackId: number | string): string {
  return `embedding:${trackId}`;
}

/** The kind of job that embeds a track which was there before its model came into use. */
export function embedKind(dataDirectory: string): JobKind<EmbedPayload> {
  return { ...embedJob, run: (job, tools) => embed(job, tools, dataDirectory) };
}

async function embed(
  { payload: { modelId, trackId } }: Job<EmbedPayload>,
  tools: JobTools,
  dataDirectory: string,
): Promise<JobEnd> {
  const { database, client, signal, onProgress } = tools;
  const model = await stillInUse(database, modelId);
  const payloadHash = await payloadOf(database, trackId);
  if (!model || payloadHash === undefined) return { kind: 'done' };
  await tools.alone(payloadHash);
  if (await isEmbedded(database, model, payloadHash)) return { kind: 'done' };
  const path = await fileOf(database, trackId);
  if (path === undefined)
    return { kind: 'failed', code: 'not-found', reason: 'no file of the track is on disk' };
  const identified = await client.request(identify, { path }, { signal });
  if (identified.kind !== 'answered') return identified;
  const { identity } = identified.answer;
  if (identity.payloadHash !== payloadHash)
    return { kind: 'failed', code: 'unreadable', reason: 'its sound has changed: import the file again' };
  const listeners = [embeddingBy(model, dataDirectory)];
  const heard = await hearTogether(client, { path, identity, listeners }, { signal, onProgress });
  if (!heard) return { kind: 'stopped' };
  return {
    kind: 'done',
    write: async (transaction) => ({ warning: await keepEmbedding(transaction, { model, trackId, heard }) }),
  };
}

/** The model, unless it has been removed or another is in use meanwhile. */
async function stillInUse(executor: Executor, modelId: number): Promise<ModelRow | undefined> {
  const [model] = await executor
    .select()
    .from(embeddingModels)
    .where(and(eq(embeddingModels.id, modelId), embeddingModels.inUse));
  return model;
}

/** The hash of a track's payload; undefined where the track is gone. */
async function payloadOf(executor: Executor, trackId: number): Promise<string | undefined> {
  const { payloadHash } = tracks;
  const [track] = await executor.select({ payloadHash }).from(tracks).where(eq(tracks.id, trackId));
  return track?.payloadHash;
}

/** The path of the first file of a track that is there. */
async function fileOf(executor: Executor, trackId: number): Promise<string | undefined> {
  const [file] = await executor
    .select({ path: files.path })
    .from(files)
    .where(and(eq(files.trackId, trackId), isNull(files.missingSince)))
    .orderBy(files.id)
    .limit(1);
  return file?.path;
}
