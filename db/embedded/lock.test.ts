import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock, type Lock } from './lock';
import { claimLock, readLock, type LockHolder } from './lockFile';
import { ownIdentity } from './processIdentity';

const self = { socketPath: '/nowhere/.s.PGSQL.5432', purpose: 'server' } as const;

describe('the lock of a data directory', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'circumplex-test-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('goes to one of many who ask at once, and on to another once released', async () => {
    for (let round = 0; round < 5; round++) {
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => takeLock(directory, self)));
      const winners = outcomes.flatMap((outcome) => ('lock' in outcome ? [outcome.lock] : []));
      expect(winners).toHaveLength(1);
      winners[0].release();
    }
    expect(readdirSync(join(directory, 'lock'))).toEqual(['5.released.json']);
  });

  it('is not won by one who looked long ago', async () => {
    for (let i = 0; i < 3; i++) (await take()).release();
    const late = holder({});
    expect(claimLock(directory, 2, late)).toBeUndefined();
    expect(claimLock(directory, 3, late)).toBeUndefined();
    expect(readLock(directory)).toMatchObject({ generation: 3, released: true });
    expect(claimLock(directory, 4, late)).toBeDefined();
  });

  it('is taken over from a process that is gone', async () => {
    await claim(holder({ pid: spawnSync(process.execPath, ['-e', '']).pid }));
    expect((await take()).holder.pid).toBe(process.pid);
  });

  it('is taken over after a restart of the machine', async () => {
    await claim(holder({ bootId: 'an earlier start' }));
    await take();
  });

  it('is left to a process that lives', async () => {
    await claim(holder({}));
    expect(await takeLock(directory, self)).toMatchObject({ state: 'held', taken: { generation: 2 } });
  });

  it('is left to another container unless its socket shows that it is gone', async () => {
    const container = { pid: 1, pidNamespace: 'pid:[another]', host: 'container' };
    await claim(holder(container));
    expect(await takeLock(directory, self)).toMatchObject({ state: 'elsewhere' });
    rmSync(join(directory, 'lock'), { recursive: true });

    const living = createServer().listen(await witnessPath('living.sock'));
    await claim(holder({ ...container, witnessName: 'living.sock' }));
    expect(await takeLock(directory, self)).toMatchObject({ state: 'held' });
    await new Promise((resolve) => living.close(resolve));

    await leaveDeadSocket(await witnessPath('dead.sock'));
    await claim(holder({ ...container, witnessName: 'dead.sock' }));
    await take();
  });

  it('is taken over where a power failure left its file empty', async () => {
    (await take()).release();
    const path = join(directory, 'lock', '2.json');
    writeFileSync(path, '');
    expect(await takeLock(directory, self)).toMatchObject({ state: 'held' });
    const longAgo = Date.now() / 1000 - 60;
    utimesSync(path, longAgo, longAgo);
    await take();
  });

  it('is left alone where another version wrote its file', async () => {
    (await take()).release();
    writeFileSync(join(directory, 'lock', '2.json'), '{"owner": "somebody"}');
    await expect(takeLock(directory, self)).rejects.toMatchObject({ name: 'AppError', code: 'conflict' });
  });

  async function take(): Promise<Lock> {
    const outcome = await takeLock(directory, self);
    if (!('lock' in outcome)) throw new Error(`the lock is ${outcome.state}`);
    return outcome.lock;
  }

  /** Takes the next number in the name of somebody else. */
  async function claim(other: LockHolder): Promise<void> {
    const last = readLock(directory)?.generation;
    if (last === undefined) (await take()).release();
    expect(claimLock(directory, (last ?? 1) + 1, other)).toBeDefined();
  }

  async function witnessPath(name: string): Promise<string> {
    if (!readLock(directory)) (await take()).release();
    return join(directory, 'lock', name);
  }
});

function holder(different: Partial<LockHolder>): LockHolder {
  return { ...ownIdentity(), ...self, witnessName: '', state: 'ready', ...different };
}

/** A socket file nobody listens at, as a killed process leaves it. */
async function leaveDeadSocket(path: string): Promise<void> {
  const program = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('listening'))`;
  const child = spawn(process.execPath, ['-e', program]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}
