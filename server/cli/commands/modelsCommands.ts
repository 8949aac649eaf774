import { resolve } from 'node:path';
import type { Database } from '@/db/open';
import { installedModel } from '../../base/installedModel';
import { AppError } from '../../base/errors';
import { addModel, type NewModel } from '../../embeddings/addModel';
import { listModels, type ListedModel } from '../../embeddings/listModels';
import { removeModel } from '../../embeddings/removeModel';
import { chooseModel } from '../../embeddings/chooseModel';
import { followBatches, type Followed, type Holder } from '../followBatches';
import { interruptedStatus, withInterrupt } from '../interrupt';
import { table, type Output } from '../output';
import { openSession, withSession } from '../session';

/** `models list`: the emotion model that is installed, and every embedding with how far its tracks are. */
export async function listModelsCommand(output: Output): Promise<number> {
  const emotion = installedModel();
  const embeddings = await withSession(({ database }) => listModels(database));
  output.result({ emotion: emotion.definition, embeddings }, () => [
    `${emotion.version} profiles the emotion`,
    '',
    ...table(embeddings, [
      ['embedding', ({ name }) => name],
      ['', describeUse],
      ['front end', ({ frontEnd }) => frontEnd ?? ''],
      ['numbers', ({ size }) => String(size)],
      [
        'tracks',
        ({ embedded, failed, tracks }) => `${embedded} of ${tracks}${failed ? `, ${failed} failed` : ''}`,
      ],
      ['from', ({ source }) => source],
    ]),
  ]);
  return 0;
}

function describeUse({ inUse, answers }: ListedModel): string {
  if (inUse) return answers ? 'in use' : 'in use soon';
  return answers ? 'answers until then' : '';
}

/** `models add NAME FILE_OR_URL`: takes in an embedding network, once it is seen to fit. */
export async function addModelCommand(asked: NewModel, output: Output): Promise<number> {
  return withSession(async ({ database, settings: { dataDirectory } }) => {
    const place = asked.place.includes('://') ? asked.place : resolve(asked.place);
    const model = await addModel({ database, dataDirectory }, { ...asked, place });
    const { name, size, frontEnd, sha256, source } = model;
    output.result({ name, frontEnd, output: model.output, size, sha256, source }, () => [
      `${name} is added: ${size} numbers from ${model.output}`,
      `to have sounds compared by it: npm run circumplex -- models use ${name}`,
    ]);
    return 0;
  });
}

/**
 * `models use NAME`: has sounds compared by an embedding, sees the tracks through that lack it, and tells how it
 * went. Returns the exit status.
 */
export async function chooseModelCommand(name: string, output: Output): Promise<number> {
  const holder: Holder = { session: await openSession() };
  try {
    return await withInterrupt(async (signal) => {
      const { queued, batchId } = await chooseModel(holder.session.database, name);
      output.note(`${name} is chosen: ${queued} tracks are embedded now; until then the old answers stay`);
      const followed = await followBatches(holder, batchId === null ? [] : [batchId], { output, signal });
      return reportUse(holder.session.database, { name, followed }, output);
    });
  } finally {
    await holder.session.close();
  }
}

async function reportUse(
  database: Database,
  { name, followed: { batches, interrupted } }: { name: string; followed: Followed },
  output: Output,
): Promise<number> {
  const model = (await listModels(database)).find((each) => each.name === name);
  if (!model) throw new AppError('not-found', `invalid NAME: ${name} (it was removed meanwhile)`);
  const { embedded, failed, tracks } = model;
  output.result({ ...model, interrupted }, () => [
    `${name} is in use: ${embedded} of ${tracks} tracks have it, ${failed} failed`,
    ...(interrupted
      ? ['stopped: the rest stays queued, and the next import or the server goes on with it']
      : []),
  ]);
  if (interrupted) return interruptedStatus;
  return failed === 0 && batches.every((batch) => batch.failed + batch.cancelled === 0) ? 0 : 1;
}

/** `models remove NAME`: deletes an embedding with its vectors and its file. */
export async function removeModelCommand(name: string, output: Output): Promise<number> {
  return withSession(async ({ database, settings: { dataDirectory } }) => {
    await removeModel({ database, dataDirectory }, name);
    output.result({ removed: name }, () => [`${name} is removed`]);
    return 0;
  });
}
