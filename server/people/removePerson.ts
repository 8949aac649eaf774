import { and, eq } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { batches, eegStudies, filmProjects, ownerId, people, studies } from '@/db/schema';
import { lockPerson, personOf } from '../access/people';
import type { SignIns } from '../access/signIns';
import { AppError } from '../base/errors';
import { removeEegStudy } from '../research/eeg/store/studies/removeEegStudy';
import { removeStudy } from '../research/studies/removeStudy';
import { lockOut } from './lockOut';

/** What becomes of somebody's films and studies: an heir has them from then on, or they are deleted for good. */
export const fates = ['handOver', 'delete'] as const;
export type Fate = (typeof fates)[number];

interface Place {
  database: Database;
  dataDirectory: string;
  /** Those of this process, which is to know at once who is locked out; others know within seconds. */
  signIns?: Pick<SignIns, 'forget'>;
}

interface Removal {
  personId: number;
  fate?: Fate;
  /** Who has their films and studies from then on where these are handed over: the owner who removes them. */
  heir: number;
}

/** Rounds of deleting: requests that were let in before may begin something meanwhile, and no others come in. */
const mostRounds = 10;

/**
 * Takes a person off the people: their sessions, tokens and links end first, then their corrections and the studies made up
 * for them go, and what else is theirs has its fate.
 * @throws AppError 'not-found'; 'invalid' for the first owner and for the heir; 'conflict' where they have films or studies
 * and `fate` does not say what becomes of them.
 */
export async function removePerson(place: Place, removal: Removal): Promise<void> {
  const { database, signIns } = place;
  const { personId, heir } = removal;
  if (personId === ownerId)
    throw new AppError('invalid', `invalid personId: ${personId} (the first of the people stays)`);
  if (personId === heir)
    throw new AppError('invalid', `invalid personId: ${personId} (another owner takes you off the people)`);
  const { name } = await personOf(database, personId);
  await requireFate(database, name, removal);
  await lockOut(database, personId);
  signIns?.forget();
  for (let round = 0; round < mostRounds; round++) {
    await removeStudies(place, removal);
    if (await database.transaction((transaction) => removeRow(transaction, name, removal))) return;
  }
  throw new AppError(
    'conflict',
    `invalid name: ${name} (more of theirs is being made: try again in a minute)`,
  );
}

/** Throws AppError 'conflict' where something would be lost of which nobody said that it may be. */
async function requireFate(executor: Executor, name: string, { personId, fate }: Removal): Promise<void> {
  const things = fate === undefined ? await thingsOf(executor, personId) : '';
  if (things !== '')
    throw new AppError(
      'conflict',
      `invalid name: ${name} (has ${things}: have them handed over to an owner, or deleted)`,
    );
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

/** Deletes studies with their folders: those made up for the person, and all where that is their fate. */
async function removeStudies({ database, dataDirectory }: Place, { personId, fate }: Removal): Promise<void> {
  const place = { database, dataDirectory, caller: { personId } };
  const idsIn = async (table: typeof studies | typeof eegStudies) => {
    const madeUp = fate === 'delete' ? undefined : eq(table.simulated, true);
    return database
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.personId, personId), madeUp));
  };
  for (const { id } of await idsIn(studies)) await removeStudy(place, id);
  for (const { id } of await idsIn(eegStudies)) await removeEegStudy(place, id);
}

/** Hands over what is to be, and deletes the person. False where there are studies left, whose folders are to go first. */
async function removeRow(transaction: Executor, name: string, removal: Removal): Promise<boolean> {
  const { personId, fate } = removal;
  // From here on nothing more can be made theirs.
  await lockPerson(transaction, personId);
  if (fate === 'handOver') await handOver(transaction, removal);
  else await requireFate(transaction, name, removal);
  const left = [studies, eegStudies].map((table) => transaction.$count(table, eq(table.personId, personId)));
  for (const count of left) if ((await count) > 0) return false;
  await transaction.delete(people).where(eq(people.id, personId));
  return true;
}

async function handOver(executor: Executor, { personId, heir }: Removal): Promise<void> {
  const toHeir = { personId: heir };
  await executor.update(filmProjects).set(toHeir).where(eq(filmProjects.personId, personId));
  for (const table of [studies, eegStudies])
    await executor
      .update(table)
      .set(toHeir)
      .where(and(eq(table.personId, personId), eq(table.simulated, false)));
  await executor.update(batches).set(toHeir).where(eq(batches.personId, personId));
}
