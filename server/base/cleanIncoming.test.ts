import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { cleanIncoming } from './cleanIncoming';
import { unfinishedName } from './cleanUnfinished';

it('sweeps away what was half received when the server died, and not what another process receives', async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'circumplex-incoming-'));
  await cleanIncoming(dataDirectory);
  const ofAnother = unfinishedName('upload').replace(String(process.pid), String(process.ppid));
  const ofNobody = unfinishedName('upload').replace(String(process.pid), String(2 ** 22 + 1));
  const arriving = ['uploads', 'studies/7', 'eeg/7'].map((owner) => join(dataDirectory, owner, 'incoming'));
  const kept = join(dataDirectory, 'studies', '7', 'brought', 'incoming', 'a table');
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, '');
  for (const folder of arriving) {
    mkdirSync(join(folder, `${ofNobody}-folder`), { recursive: true });
    for (const name of [unfinishedName('upload'), ofAnother, ofNobody, 'of an older version'])
      writeFileSync(join(folder, name), '');
  }
  await cleanIncoming(dataDirectory);
  for (const folder of arriving) expect(readdirSync(folder)).toEqual([ofAnother]);
  expect(readdirSync(dirname(kept))).toEqual(['a table']);
  rmSync(dataDirectory, { recursive: true });
});
