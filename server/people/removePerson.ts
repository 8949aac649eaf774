import { and, eq } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { batches, eegStudies, filmProjects, ownerId, people, studies } from '@/db/schema';
import { personOf } from '../access/people';
import { AppError } from '../base/errors';
import { removeEegStudy } from '../research/eeg/store/studies/removeEegStudy';
import { removeStudy } from '../research/studies/removeStudy';

/** What becomes of somebody's films and studies: the owner has them from then on, or they are deleted for good. */
export const fates = ['handOver', 'delete'] as const;
export type Fate = (typeof fates)[number];

interface Place {
  database: Database;
  dataDirectory: string;
}

/**
 * Takes a person off the people: their sessions and tokens end, their corrections and the studies made up for them go.
 * @throws AppError 'not-found'; 'invalid' for the owner; 'conflict' where they have films or studies and `fate` does not
 * say what becomes of them.
 */
export async function removePerson(
  place: Place,
  { personId, fate }: { personId: number; fate?: Fate },
): Promise<void> {
  const { database } = place;
  if (personId === ownerId)
    throw new AppError('invalid', `invalid personId: ${personId} (the first of the people stays)`);
  const { name } = await personOf(database, personId);
  const things = await thingsOf(database, personId);
  if (things !== '' && fate === undefined)
    throw new AppError(
      'conflict',
      `invalid name: ${name} (has ${things}: have them handed over to the owner, or deleted)`,
    );
  if (fate === 'handOver') await database.transaction((transaction) => handOver(transaction, personId));
  await removeStudies(place, personId);
  await database.delete(people).where(eq(people.id, personId));
}

/** What of a person would be lost, in words; nothing where there is nothing. */
async function thingsOf(executor: Executor, personId: number): Promise<string> {
  const own = (table: typeof studies | typeof eegStudies) =>
    executor.$count(table, and(eq(table.personId, personId), eq(table.simulated, false)));
  const counts = [
    { count: await executor.$count(filmProjects, eq(filmProjects.personId, personId)), word: 'film' },
    { count: await own(studies), word: 'study' },
    { count: await own(eegStudies), word: 'study of EEG' },
  ];
  return counts
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => (count === 1 ? `one ${word}` : `${count} × ${word}`))
    .join(', ');
}

async function handOver(executor: Executor, personId: number): Promise<void> {
  const toOwner = { personId: ownerId };
  await executor.update(filmProjects).set(toOwner).where(eq(filmProjects.personId, personId));
  for (const table of [studies, eegStudies])
    await executor
      .update(table)
      .set(toOwner)
      .where(and(eq(table.personId, personId), eq(table.simulated, false)));
  await executor.update(batches).set(toOwner).where(eq(batches.personId, personId));
}

/** Deletes the studies that are still theirs, with their folders. */
async function removeStudies({ database, dataDirectory }: Place, personId: number): Promise<void> {
  const place = { database, dataDirectory, caller: { personId } };
  for (const { id } of await database.select().from(studies).where(eq(studies.personId, personId)))
    await removeStudy(place, id);
  for (const { id } of await database.select().from(eegStudies).where(eq(eegStudies.personId, personId)))
    await removeEegStudy(place, id);
}
