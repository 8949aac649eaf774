import { setMaxListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { ownerId, people } from '@/db/schema';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { Attempts } from './attempts';
import { Guesses } from './guesses';
import { passwordHash } from './passwords/passwordHash';

const password = 'four words of my own';
let library: TestDatabase;

beforeAll(async () => {
  library = await openTestDatabase();
  const named = { name: 'Anna', passwordHash: await passwordHash(password) };
  await library.database.update(people).set(named).where(eq(people.id, ownerId));
});
afterAll(() => library.close());

/** Guesses whose held answers wait until they are let go. */
function heldGuesses() {
  const held: (() => void)[] = [];
  const letGo: { now: boolean } = { now: false };
  const attempts = new Attempts(() =>
    letGo.now ? Promise.resolve() : new Promise<void>((go) => held.push(go)),
  );
  const guesses = new Guesses(library.database, attempts);
  const release = () => {
    letGo.now = true;
    held.splice(0).forEach((go) => go());
  };
  return { guesses, held, release };
}

describe('a right password', () => {
  it('was refused, or came minutes late, while its address guessed at other names', async () => {
    const { guesses, held, release } = heldGuesses();
    const from = { address: '192.0.2.1' };
    const guessed = Array.from({ length: 12 }, (_, i) =>
      guesses.personBy({ name: `nobody ${i}`, password: 'wrong words of theirs' }, from),
    );
    await expect.poll(() => held.length, { timeout: 10_000 }).toBe(7);
    expect(await guesses.personBy({ name: ' ANNA ', password }, from)).toBe(ownerId);
    release();
    expect(await Promise.all(guessed)).toEqual(Array(12).fill(undefined));
  });

  it('waits behind guesses at the same name from the same address, until these have gone', async () => {
    const { guesses, held } = heldGuesses();
    const { signal, abort } = abortable();
    const wrong = { name: 'Anna', password: 'wrong words of theirs' };
    const here = { address: '192.0.2.2', signal };
    const guessed = Promise.allSettled(Array.from({ length: 8 }, () => guesses.personBy(wrong, here)));
    await expect.poll(() => held.length, { timeout: 10_000 }).toBe(1);
    expect(await guesses.personBy({ name: 'Anna', password }, { address: '192.0.2.3' })).toBe(ownerId);
    const right = guesses.personBy({ name: 'Anna', password }, { address: '192.0.2.2' });
    abort();
    held[0]();
    expect(await right).toBe(ownerId);
    expect((await guessed).map(({ status }) => status)).toEqual([
      ...Array<string>(6).fill('fulfilled'),
      'rejected',
      'rejected',
    ]);
  });
});

describe('tokens', () => {
  it('were compared a thousand a second where they were guessed side by side: eight at once are now', async () => {
    const { guesses, held, release } = heldGuesses();
    const from = { address: '192.0.2.4' };
    let compared = 0;
    const isWrong = () => {
      compared++;
      return false;
    };
    const guess = () => guesses.requireToken(isWrong, from).catch((error: unknown) => error);
    for (let failure = 0; failure < 5; failure++) await guess();
    const guessed = Array.from({ length: 200 }, guess);
    await expect.poll(() => held.length).toBe(8);
    expect(compared).toBe(13);
    await guesses.requireToken(() => true, { address: '192.0.2.5' });
    const right = guesses.requireToken(() => true, from);
    release();
    await right;
    for (const error of await Promise.all(guessed)) expect(error).toMatchObject({ code: 'forbidden' });
    expect(compared).toBe(205);
  });

  it('take no further turn by closing the connection: a wrong one keeps its place until it may be answered', async () => {
    const { guesses, held } = heldGuesses();
    const { signal, abort } = abortable();
    let compared = 0;
    const guess = () =>
      guesses
        .requireToken(() => ++compared < 0, { address: '192.0.2.6', signal })
        .catch((error: unknown) => error);
    for (let failure = 0; failure < 5; failure++) await guess();
    const guessed = Array.from({ length: 50 }, guess);
    await expect.poll(() => held.length).toBe(8);
    abort();
    expect(await guesses.requireToken(() => true, { address: '192.0.2.7' })).toBeUndefined();
    expect(compared).toBe(13);
    held.forEach((go) => go());
    await Promise.all(guessed);
    expect(compared).toBe(13);
  });
});

function abortable() {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return { signal: controller.signal, abort: () => controller.abort() };
}
