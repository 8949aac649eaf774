import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HeardSound } from './heardSound';
import { hearing, type Hearing } from './hearing';
import { installedJudges, judged, type Judge } from './judges';
import { verdictOn, type Verdict } from './verdict';

/** Judges every file in the folders named on the command line, and prints how it went. */
async function main(folders: string[]): Promise<void> {
  const judges = await installedJudges();
  print(`judged by ${judges.map(({ name }) => name).join(', ') || 'no one, for none is installed'}`);
  const counts: Record<Verdict, number> = { right: 0, refused: 0, wrong: 0, unjudged: 0 };
  for (const folder of folders) for (const path of await filesIn(folder)) counts[await judge(path, judges)]++;
  const { right, refused, wrong, unjudged } = counts;
  print(`right ${right}, refused with a reason ${refused}, heard by no judge ${unjudged}, wrong ${wrong}`);
  process.exitCode = counts.wrong > 0 || folders.length === 0 ? 1 : 0;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function judge(path: string, judges: Judge[]): Promise<Verdict> {
  const heard = await hearing(path);
  const others = new Map<string, HeardSound>();
  const asked = judges.filter(({ container }) => container === undefined || container === heard.container);
  for (const each of asked) {
    const sound = await judged(each, path);
    if (sound !== undefined) others.set(each.name, sound);
  }
  const verdict = verdictOn(heard, [...others.values()]);
  if (verdict !== 'right') print(`${verdict}: ${path}\n  ${described(heard, others)}`);
  return verdict;
}

function described({ sound, reason }: Hearing, others: Map<string, HeardSound>): string {
  const named = [...others].map(([name, other]) => `${name} ${figures(other)}`);
  return [sound && `heard ${figures(sound)}`, ...named, reason].filter(Boolean).join('; ');
}

function figures({ seconds, levelDb }: HeardSound): string {
  return `${seconds.toFixed(2)} s at ${levelDb.toFixed(1)} dB`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main(process.argv.slice(2));
