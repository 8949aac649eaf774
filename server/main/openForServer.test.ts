import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '@/db/packageRoot';
import { writeTestWav } from '../analysis/testing/sounds.testing';
import { readSettings } from '../base/settings';
import { JobRunner } from '../jobs/jobRunner';
import { jobKinds } from './jobKinds';
import { openForServer } from './openForServer';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'circumplex-two-'));
  mkdirSync(join(root, 'music'));
  for (let seed = 1; seed <= 6; seed++)
    writeTestWav(join(root, 'music', `${seed}.wav`), { seed, seconds: 20 });
});
afterAll(() => rmSync(root, { recursive: true }));

/** `import` in a process of its own, and what it says. */
function startImport(dataDirectory: string) {
  const program = join(packageRoot(), 'dist', 'cli.js');
  const child = spawn(process.execPath, [program, 'import', join(root, 'music')], {
    cwd: packageRoot(),
    env: { ...process.env, DATA_DIR: dataDirectory, DATABASE_URL: '', WORKERS: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (heard.text += piece.toString()));
  return { heard, ended: once(child, 'close').then(([status]: unknown[]) => status) };
}

it('takes over from an import, which goes on as a client and loses nothing', async () => {
  const dataDirectory = join(root, 'data');
  const settings = readSettings({ DATA_DIR: dataDirectory, WORKERS: '1' });
  const importing = startImport(dataDirectory);
  await expect.poll(() => importing.heard.text, { timeout: 60_000 }).toContain('6 new or changed');
  const said: string[] = [];
  const opened = await openForServer({
    dataDirectory,
    url: 'http://127.0.0.1:1',
    say: (words) => said.push(words),
  });
  if (opened.kind !== 'opened') throw new Error('the data directory is taken');
  expect(opened.owner).toBe(true);
  expect(said).toEqual([expect.stringMatching(/^a command line \(process \d+\) works on .*waiting/)]);
  const faults: unknown[] = [];
  const { database } = opened;
  const onFault = (error: unknown) => faults.push(error);
  const runner = new JobRunner({ database, kinds: jobKinds(settings), workers: 1, onFault });
  runner.start();
  expect(await importing.ended).toBe(0);
  expect(importing.heard.text).toContain('a server is starting: it goes on with the work');
  expect(importing.heard.text).toMatch(/6 imported, 0 unchanged, 0 failed/);
  expect(faults).toEqual([]);
  await runner.stop();
  await opened.close();
}, 240_000);
