import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '@/ml/random';
import { House, isRunning, kill, type Running } from './house';

/** What a kill met. */
export interface Strike {
  /** Things under way, of which nothing had been promised yet. */
  inHand: number;
  /** Things that had been acknowledged in this round. */
  promised: number;
}

/** Work of one kind, during which processes are killed. */
export interface KilledWork {
  name: string;
  /** Kills come at a random moment between these times after the work begins; known once it is prepared. */
  readonly moments: { fromMs: number; toMs: number };
  /** What the house needs before the work; it is empty and closed. */
  prepare(house: House): Promise<void>;
  /** Has the work begin and kills what does it after `delayMs`. */
  strike(house: House, delayMs: number): Promise<Strike>;
  /** What is lost, doubled or wrong, once whatever was killed has been started again; empty where all is well. */
  complaints(house: House): Promise<string[]>;
}

/** What came of many kills. */
export interface KillsOutcome {
  kills: number;
  /** Kills that met work under way. */
  withWorkInHand: number;
  promised: number;
  complaints: string[];
}

/** Kills `work` so many times in one house, looking after each time whether all is well. */
export async function killOften(
  work: KilledWork,
  { kills, postgresUrl, seed }: { kills: number; postgresUrl?: string; seed: number },
): Promise<KillsOutcome> {
  const random = createRandom(seed, work.name);
  const house = new House(postgresUrl);
  const outcome: KillsOutcome = { kills, withWorkInHand: 0, promised: 0, complaints: [] };
  try {
    await house.clear();
    await work.prepare(house);
    for (let round = 0; round < kills; round++) {
      const { inHand, promised } = await work.strike(
        house,
        random.between(work.moments.fromMs, work.moments.toMs),
      );
      outcome.withWorkInHand += inHand > 0 ? 1 : 0;
      outcome.promised += promised;
      outcome.complaints.push(...(await work.complaints(house)));
    }
    return outcome;
  } finally {
    await house.remove();
  }
}

/** Things done side by side until a kill: what each brought in the end, and how many were still under way. */
export async function untilKilled(
  { workers, kill }: { workers: number; kill: () => Promise<void> },
  { delayMs, once }: { delayMs: number; once: (worker: number) => Promise<unknown> },
): Promise<Strike> {
  let killed = false;
  let promised = 0;
  const failures: unknown[] = [];
  const work = async (worker: number) => {
    while (!killed) {
      try {
        await once(worker);
        promised += 1;
      } catch (error) {
        // A line that the kill cut is what was to be seen.
        if (!killed) failures.push(error);
        return;
      }
    }
  };
  const working = Array.from({ length: workers }, (_, worker) => work(worker));
  await sleep(delayMs);
  killed = true;
  await kill();
  await Promise.all(working);
  if (failures.length > 0) throw failures[0];
  return { inHand: workers, promised };
}

/** Kills a command after so long, if it is still at work. */
export async function killCommand(command: Running, delayMs: number): Promise<Strike> {
  await sleep(delayMs);
  const inHand = isRunning(command.child) ? 1 : 0;
  await kill(command);
  return { inHand, promised: 1 - inHand };
}
