import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isConnectionLost } from '../connectionLost';
import { openDatabase, type OpenOutcome, type OpenSettings } from '../open';
import { batches } from '../schema';
import { claimLock, readLock } from './lockFile';
import { makeTestDirectory } from '../testing/database.testing';
import { startTestProcess } from '../testing/process.testing';

type Opened = Extract<OpenOutcome, { kind: 'opened' }>;

describe('the embedded database', () => {
  let dataDirectory: string;
  let opened: Opened[];

  beforeEach(async () => {
    dataDirectory = await makeTestDirectory();
    opened = [];
  });
  afterEach(async () => {
    for (const one of opened.reverse()) await one.close();
    rmSync(dataDirectory, { recursive: true });
  });

  async function open(settings: Partial<OpenSettings> = {}): Promise<Opened> {
    const outcome = await openDatabase({ dataDirectory, purpose: 'server', onTaken: 'connect', ...settings });
    if (outcome.kind === 'taken') throw new Error('taken');
    opened.push(outcome);
    return outcome;
  }

  it('is shared with whoever connects, and refused with a name to whoever wants it alone', async () => {
    const owner = await open({ url: 'http://127.0.0.1:3000' });
    const client = await open({ purpose: 'command line' });
    expect([owner.owner, client.owner]).toEqual([true, false]);
    await client.database.insert(batches).values({ label: 'x' });
    expect(await owner.database.$count(batches)).toBe(1);
    const refused = await openDatabase({ dataDirectory, purpose: 'server', onTaken: 'refuse' });
    expect(refused).toMatchObject({
      kind: 'taken',
      holder: { pid: process.pid, purpose: 'server', url: 'http://127.0.0.1:3000' },
    });
  });

  it('keeps its rows from one opening to the next, and leaves no socket behind', async () => {
    const first = await open();
    await first.database.insert(batches).values({ label: 'kept' });
    const { socketPath } = readLock(dataDirectory)!.holder!;
    await first.close();
    expect(existsSync(dirname(socketPath))).toBe(false);
    expect(readdirSync(join(dataDirectory, 'lock')).filter((name) => name.endsWith('.sock'))).toEqual([]);
    const second = await open({ onTaken: 'refuse' });
    expect((await second.database.select().from(batches)).map(({ label }) => label)).toEqual(['kept']);
  });

  it('holds every acknowledged row after its process was killed', async () => {
    const process = startTestProcess(dataDirectory, 'insert');
    await process.hear(40);
    await process.kill();
    const acknowledged = process.said.flatMap(({ inserted }) => inserted ?? []);
    const { database, owner } = await open({ onTaken: 'refuse' });
    expect(owner).toBe(true);
    const kept = new Set((await database.select().from(batches)).map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });

  it('is made anew when its first start was cut short', async () => {
    const first = await open();
    await first.close();
    writeFileSync(join(dataDirectory, 'database.unfinished'), '');
    rmSync(join(dataDirectory, 'database', 'global'), { recursive: true });
    const second = await open();
    expect(await second.database.$count(batches)).toBe(0);
    expect(existsSync(join(dataDirectory, 'database.unfinished'))).toBe(false);
  });

  it('has one owner, however many start at once, also when they take over from a dead one', async () => {
    const dead = startTestProcess(dataDirectory, 'hold');
    await dead.hear(1);
    await dead.kill();
    const racers = Array.from({ length: 5 }, () => startTestProcess(dataDirectory, 'insert'));
    await Promise.all(racers.map((racer) => racer.hear(10)));
    expect(racers.filter(({ said }) => said[0].owner)).toHaveLength(1);
    const acknowledged = racers.flatMap(({ said }) => said.flatMap(({ inserted }) => inserted ?? []));
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    const { database } = await open();
    const kept = new Set((await database.select().from(batches)).map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    const [owners, clients] = [true, false].map((own) => racers.filter(({ said }) => said[0].owner === own));
    await Promise.all(clients.map((client) => client.end()));
    await opened.pop()!.close();
    await Promise.all(owners.map((owner) => owner.end()));
  });

  it('tells a client that its owner is gone, and can be opened again', async () => {
    const process = startTestProcess(dataDirectory, 'hold');
    await process.hear(1);
    const client = await open();
    await client.database.select().from(batches);
    await process.kill();
    expect(isConnectionLost(await failureOf(client.database.select().from(batches)))).toBe(true);
    expect((await open()).owner).toBe(true);
  });

  it('was out of reach for good once its socket had been cleaned away: it listens anew, and loses nobody', async () => {
    const owner = await open();
    const { socketPath } = readLock(dataDirectory)!.holder!;
    const client = await open();
    const kept = await client.pool.connect();
    rmSync(dirname(socketPath), { recursive: true });
    await vi.waitFor(() => expect(existsSync(socketPath)).toBe(true), 10_000);
    expect((await kept.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    kept.release();
    const late = await open();
    expect(late.owner).toBe(false);
    await late.database.insert(batches).values({ label: 'late' });
    expect(await owner.database.$count(batches)).toBe(1);
    expect(statSync(dirname(socketPath)).mode & 0o777).toBe(0o700);
  });

  it('is not taken from another machine', async () => {
    const here = await open();
    const { holder } = readLock(dataDirectory)!;
    await here.close();
    const next = readLock(dataDirectory)!.generation + 1;
    const path = claimLock(dataDirectory, next, { ...holder!, host: 'studio', bootId: 'another' });
    const words = `on studio (process ${process.pid}); stop it there, or delete ${path}`;
    await expectRefusal(open(), 'conflict', words);
    rmSync(path!);
    await open();
  });

  it('is not touched when a newer version wrote it', async () => {
    const newer = await open();
    await newer.database.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)`,
    );
    await newer.close();
    await expectRefusal(open(), 'conflict', 'newer');
    await expectRefusal(open(), 'conflict', 'newer');
  });

  it('asks an older owner to be restarted', async () => {
    const older = await open();
    await older.database.execute(
      sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`,
    );
    await expectRefusal(open(), 'conflict', 'older');
  });

  it('says so where the data directory may not be written or is a file', async () => {
    const file = join(dataDirectory, 'file');
    writeFileSync(file, '');
    await expectRefusal(
      open({ dataDirectory: file }),
      'invalid',
      `invalid DATA_DIR: ${file} (it is not a folder)`,
    );
    if (process.getuid?.() === 0) return console.log('skipped: root may write to any folder');
    chmodSync(dataDirectory, 0o500);
    await expectRefusal(open(), 'unreadable', 'set DATA_DIR');
    chmodSync(dataDirectory, 0o700);
  });
});

async function failureOf(attempt: PromiseLike<unknown>): Promise<unknown> {
  try {
    await attempt;
  } catch (error) {
    return error;
  }
  return undefined;
}

async function expectRefusal(attempt: Promise<unknown>, code: string, words: string): Promise<void> {
  const failure = await failureOf(attempt);
  expect(failure).toMatchObject({ name: 'AppError', code });
  expect(String(failure)).toContain(words);
}
