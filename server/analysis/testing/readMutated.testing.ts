import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '@/ml/random';
import { openImported } from '../../base/importedFile';
import { importedNow } from '../../base/testing/importedFile.testing';
import { convert } from '../../streams/convert';
import { playableType } from '../../streams/playableType';
import type { AnalysisClient } from '../analysisClient';
import type { AnalysisOutcome } from '../analysisKind';
import { coverOfFile } from '../coverKind';
import { identify } from '../identify';
import { mutatedFile } from './mutatedFile.testing';
import type { SoundKind } from './soundKinds.testing';

/** How the reading of so many changed files of one kind ended. */
export interface MutatedReadings {
  read: number;
  refused: number;
  /** Ends of processes, and faults that were not foreseen, each with the number of its file. */
  faults: string[];
  longestMs: number;
}

/** Words of a fault that nobody foresaw: see failureOf. */
const unforeseen = /^it could not be analysed \(/;

/**
 * Changes files of a kind, the same for the same numbers, and has each read as an import, a player and a cover do: by the
 * watched process, and what browsers play by this one.
 *
 * @param folder of its own, for the files
 */
export async function readMutated(
  client: AnalysisClient,
  { name, ending, examples, within, mend = (bytes) => bytes }: SoundKind,
  { folder, from, count }: { folder: string; from: number; count: number },
): Promise<MutatedReadings> {
  const readings: MutatedReadings = { read: 0, refused: 0, faults: [], longestMs: 0 };
  for (let number = from; number < from + count; number++) {
    const random = createRandom(number, name);
    const path = join(folder, `${number}.${ending}`);
    writeFileSync(path, mend(mutatedFile(random.pick(examples), random, within)));
    const began = Date.now();
    const outcomes = await readingsOf(client, { path, folder });
    readings.longestMs = Math.max(readings.longestMs, Date.now() - began);
    const faults = outcomes.flatMap((outcome) => faultOf(outcome) ?? []);
    readings.faults.push(...faults.map((fault) => `${name} ${number}: ${fault}`));
    if (outcomes.every(({ kind }) => kind === 'answered')) readings.read++;
    else readings.refused++;
    rmSync(path);
  }
  return readings;
}

async function readingsOf(
  client: AnalysisClient,
  { path, folder }: { path: string; folder: string },
): Promise<AnalysisOutcome<unknown>[]> {
  const [target, coverFolder] = [join(folder, 'sound'), join(folder, 'covers')];
  const file = importedNow(path);
  const opened = await openImported(file);
  try {
    await playableType(opened);
  } finally {
    await opened.handle.close();
  }
  return [
    await client.request(identify, { path, coverFolder }),
    await client.request(coverOfFile, { file, folder: coverFolder }),
    await client.request(convert, { file, target }),
  ];
}

function faultOf(outcome: AnalysisOutcome<unknown>): string | undefined {
  if (outcome.kind === 'died') return outcome.reason;
  if (outcome.kind === 'failed' && unforeseen.test(outcome.reason)) return outcome.reason;
  return undefined;
}
