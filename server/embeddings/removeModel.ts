import { rm } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { embeddingModels } from '@/db/schema';
import { AppError } from '../base/errors';
import { modelNamed, ownModelName } from './embeddingModels';
import { modelFile } from './modelFiles';
import { putAside } from './chooseModel';

/**
 * Deletes an added embedding, all its vectors, and its file unless another embedding takes it from the same graph.
 * Where it was in use, the project's own answers again. Throws AppError 'not-found' or 'invalid'.
 */
export async function removeModel(
  { database, dataDirectory }: { database: Database; dataDirectory: string },
  name: string,
): Promise<void> {
  if (name === ownModelName)
    throw new AppError('invalid', `invalid NAME: ${name} (the project's own embedding stays)`);
  const orphan = await database.transaction(async (transaction) => {
    const model = await modelNamed(transaction, name);
    if (model.inUse) await putAside(transaction, model);
    await transaction.delete(embeddingModels).where(eq(embeddingModels.id, model.id));
    const others = await transaction.$count(embeddingModels, eq(embeddingModels.sha256, model.sha256));
    return others === 0 ? model.sha256 : undefined;
  });
  if (orphan) await rm(modelFile(dataDirectory, orphan), { force: true });
}
