import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { claimLock, readLock, releaseLock, rewriteLock, type LockEntry, type LockHolder } from './lockFile';
import { ownIdentity, processState } from './processIdentity';
import { isAnswering, openWitness } from './witness';

/** This process's hold on a data directory. */
export interface Lock {
  holder: LockHolder;
  /** Tells others that the engine can be connected to. */
  markReady(): void;
  /** Gives the data directory back. Safe to call twice. */
  release(): void;
}

/** What is known of the process a lock names. */
type HolderState =
  /** Nobody holds the data directory. */
  | 'free'
  /** The holder lives. */
  | 'held'
  /** The holder is on another machine, or in another container that cannot be seen from here. */
  | 'elsewhere';

/** A file half written by a file system without hard links is given this long to become whole. */
const settlingSeconds = 10;

/**
 * Takes the lock of `dataDirectory` for this process, or says who has it. The lock of a process that died is
 * taken over; of several processes that try at once, one wins.
 */
export async function takeLock(
  dataDirectory: string,
  self: Pick<LockHolder, 'socketPath' | 'purpose' | 'url'>,
): Promise<{ lock: Lock } | { taken: LockEntry; state: Exclude<HolderState, 'free'> }> {
  for (;;) {
    const entry = readLock(dataDirectory);
    const state = entry ? await holderState(entry) : 'free';
    if (entry && state !== 'free') return { taken: entry, state };
    const lock = await claim(dataDirectory, entry, self);
    if (lock) return { lock };
  }
}

async function claim(
  dataDirectory: string,
  dead: LockEntry | undefined,
  self: Pick<LockHolder, 'socketPath' | 'purpose' | 'url'>,
): Promise<Lock | undefined> {
  const generation = (dead?.generation ?? 0) + 1;
  const folder = join(dataDirectory, 'lock');
  mkdirSync(folder, { recursive: true });
  const witnessName = `${randomUUID()}.sock`;
  const witness = await openWitness(join(folder, witnessName));
  const holder: LockHolder = {
    ...ownIdentity(),
    ...self,
    witnessName: witness ? witnessName : '',
    state: 'starting',
  };
  const path = claimLock(dataDirectory, generation, holder);
  if (!path) {
    witness?.close();
    return undefined;
  }
  if (dead?.holder?.witnessName) rmSync(join(folder, dead.holder.witnessName), { force: true });
  let held = true;
  return {
    holder,
    markReady: () => rewriteLock(path, Object.assign(holder, { state: 'ready' })),
    release: () => {
      if (!held) return;
      held = false;
      releaseLock(path);
      witness?.close();
    },
  };
}

/** Whether the holder of a lock lives, by the sockets it keeps open, and else by its process number. */
async function holderState({ holder, released, ageSeconds, path }: LockEntry): Promise<HolderState> {
  if (released) return 'free';
  if (!holder) return ageSeconds < settlingSeconds ? 'held' : 'free';
  const witness = holder.witnessName ? await isAnswering(join(dirname(path), holder.witnessName)) : 'unseen';
  if (witness === 'yes' || (await isAnswering(holder.socketPath)) === 'yes') return 'held';
  const process = processState(holder);
  if (witness === 'no' && holder.bootId === ownIdentity().bootId) return 'free';
  if (process === 'unknown') return 'elsewhere';
  return process === 'alive' ? 'held' : 'free';
}
