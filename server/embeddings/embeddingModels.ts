import { and, eq, inArray, notExists, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { embeddingModels, jobs, openJobStates } from '@/db/schema';
import { AppError } from '../base/errors';

/** The name of the project's own embedding, which comes with the emotion model: always there, never removed. */
export const ownModelName = 'circumplex';

export type ModelRow = typeof embeddingModels.$inferSelect;

/** The added model of a name. Throws AppError 'not-found'. */
export async function modelNamed(executor: Executor, name: string): Promise<ModelRow> {
  const [model] = await executor.select().from(embeddingModels).where(eq(embeddingModels.name, name));
  if (model) return model;
  throw new AppError('not-found', `invalid NAME: ${name} (no embedding has it; models list names them)`);
}

/** The added model that new tracks are embedded by; undefined while the project's own is in use. */
export async function modelInUse(executor: Executor): Promise<ModelRow | undefined> {
  const [model] = await executor.select().from(embeddingModels).where(eq(embeddingModels.inUse, true));
  return model;
}

/**
 * The added model that answers searches: the one in use, once the tracks that were there before it have been seen
 * to. Until then the project's own answers.
 */
export async function modelThatAnswers(executor: Executor): Promise<ModelRow | undefined> {
  const open = executor
    .select({ one: sql`1` })
    .from(jobs)
    .where(and(eq(jobs.batchId, embeddingModels.batchId), inArray(jobs.state, [...openJobStates])));
  const [model] = await executor
    .select()
    .from(embeddingModels)
    .where(and(eq(embeddingModels.inUse, true), notExists(open)));
  return model;
}
