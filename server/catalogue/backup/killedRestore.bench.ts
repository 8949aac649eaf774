import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLibraryNote } from './libraryNote';
import { KilledLibrary } from './testing/killedLibrary.testing';

/*
 * `npm run bench -- killedRestore [COUNT]`: restores a library of 300 uploads over another, and backs it up, by processes
 * that are killed (SIGKILL) at random moments, two hundred times each unless told otherwise, and says what each next start
 * found. On the PostgreSQL of DATABASE_URL where that is set, else on the embedded engine.
 */

const kills = Number(process.argv[2] ?? 200);
const library = await KilledLibrary.open(300);
const tally = new Map<string, number>();
const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);

const restoreMs = await library.work('restore');
for (let kill = 0; kill < kills; kill++) {
  await library.reset();
  await library.work('restore', Math.random() * 1.1 * restoreMs);
  const { told, is } = await library.settled();
  const found = typeof is === 'string' ? `the ${is} library` : `HALVES: ${is.join('; ')}`;
  count(`restore: ${found}, told: ${told ?? 'nothing'}`);
}
await library.reset();
const whole = mkdtempSync(join(tmpdir(), 'circumplex-whole-'));
const backupMs = await library.work({ backup: whole });
rmSync(whole, { recursive: true });
for (let kill = 0; kill < kills; kill++) {
  const folder = mkdtempSync(join(tmpdir(), 'circumplex-cut-'));
  const tookMs = await library.work({ backup: folder }, Math.random() * 1.1 * backupMs);
  const isWhole = await readLibraryNote(folder).then(
    () => true,
    () => false,
  );
  count(
    `backup: ${isWhole ? 'whole' : 'seen to be cut short'}${Number.isFinite(tookMs) ? '' : ', never done'}`,
  );
  rmSync(folder, { recursive: true });
}
await library.close();
console.log(`a whole restoration takes ${restoreMs.toFixed(0)} ms, a backup ${backupMs.toFixed(0)} ms`);
for (const [what, times] of [...tally].sort()) console.log(`${String(times).padStart(4)}  ${what}`);
