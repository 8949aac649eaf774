import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cleanUnfinished } from './cleanUnfinished';
import { trimFolder } from './trimFolder';

const cache = mkdtempSync(join(tmpdir(), 'circumplex-unfinished-'));
afterAll(() => rmSync(cache, { recursive: true }));

it('deletes what a killed run left unfinished, and not what a running one writes', async () => {
  await cleanUnfinished(join(cache, 'nowhere'));
  mkdirSync(join(cache, 'wav'));
  const gone = 2 ** 22 + 1;
  const names = [`a-2.wav.${gone}.part`, `b.wav.${gone}.part.raw`, `c-2.wav.${process.ppid}.part`, 'd-2.wav'];
  for (const name of [...names, `e.${process.pid}.part`]) writeFileSync(join(cache, 'wav', name), 'x');
  await cleanUnfinished(cache);
  expect(readdirSync(join(cache, 'wav')).sort()).toEqual(names.slice(2));
  await trimFolder(join(cache, 'wav'), 0);
  expect(readdirSync(join(cache, 'wav'))).toContain(names[2]);
});
