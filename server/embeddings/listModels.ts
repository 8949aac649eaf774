import { asc, count, eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, embeddingModels, embeddingSize, trackEmbeddings, tracks } from '@/db/schema';
import { installedModel } from '../base/installedModel';
import { modelThatAnswers, ownModelName } from './embeddingModels';

/** An embedding that sounds can be compared by. */
export interface ListedModel {
  name: string;
  /** Where the vectors come from: an added graph's file, or the emotion model's version. */
  source: string;
  frontEnd: string | null;
  output: string | null;
  sha256: string | null;
  /** Numbers of a vector. */
  size: number;
  /** Chosen: new tracks are embedded by it. */
  inUse: boolean;
  /** Answers searches now: a chosen one does once the tracks that were there before are done. */
  answers: boolean;
  /** Tracks that have its vector, those it has no answer to, and those of the library. */
  embedded: number;
  failed: number;
  tracks: number;
}

/** Every embedding, the project's own first. */
export async function listModels(executor: Executor): Promise<ListedModel[]> {
  const answering = await modelThatAnswers(executor);
  const [library] = await executor.select({ tracks: count() }).from(tracks);
  const added = await addedModels(executor);
  const own: ListedModel = {
    name: ownModelName,
    source: installedModel().version,
    frontEnd: null,
    output: null,
    sha256: null,
    size: embeddingSize,
    inUse: !added.some(({ inUse }) => inUse),
    answers: answering === undefined,
    embedded: await executor.$count(analyses, eq(analyses.current, true)),
    failed: 0,
    ...library,
  };
  return [own, ...added.map((model) => ({ ...model, ...library, answers: model.name === answering?.name }))];
}

function addedModels(executor: Executor) {
  const { name, source, frontEnd, output, sha256, size, inUse, id } = embeddingModels;
  const countOf = (condition: ReturnType<typeof sql>) =>
    sql<number>`(select count(*)::int from ${trackEmbeddings}
      where ${trackEmbeddings.modelId} = ${id} and ${condition})`;
  return executor
    .select({
      ...{ name, source, frontEnd, output, sha256, size, inUse },
      embedded: countOf(sql`${trackEmbeddings.embedding} is not null`),
      failed: countOf(sql`${trackEmbeddings.embedding} is null`),
    })
    .from(embeddingModels)
    .orderBy(asc(embeddingModels.name));
}
