import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnalysisClient, defaultLimits } from './analysisClient';
import { readMutated } from './testing/readMutated.testing';
import { soundKinds } from './testing/soundKinds.testing';

/*
 * `npm run bench -- mutatedFiles [COUNT [KIND …]]`: changes files of every kind that is read, 600 of each, in ways that
 * are the same in every run, and has each identified, looked through for a picture, and decoded whole. Prints how it went;
 * fails where a process ended or a fault was not foreseen.
 */

const [count = '600', ...names] = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), 'circumplex-mutated-'));
const client = new AnalysisClient({ ...defaultLimits, stallMs: 20_000 });
const faults: string[] = [];

for (const kind of soundKinds().filter(({ name }) => names.length === 0 || names.includes(name))) {
  const folder = join(root, kind.name);
  mkdirSync(folder);
  const wish = { folder, from: 1, count: Number(count) };
  const { read, refused, longestMs, ...ended } = await readMutated(client, kind, wish);
  faults.push(...ended.faults);
  const figures = [
    `${read} read`,
    `${refused} refused`,
    `${ended.faults.length} faults`,
    `at most ${longestMs} ms`,
  ];
  console.log(`${kind.name.padEnd(14)}${figures.join(', ')}`);
}
client.close();
rmSync(root, { recursive: true });
for (const fault of faults) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
