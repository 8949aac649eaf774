import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { refuseIrregularFile } from './refuseIrregularFile';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-public-'));
writeFileSync(join(folder, 'a b.png'), '');
symlinkSync('/etc/passwd', join(folder, 'link.png'));
afterAll(() => rmSync(folder, { recursive: true }));

it.skipIf(process.platform === 'win32')(
  'a named pipe among public files held a thread for ever',
  async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.png')]);
    for (const target of ['/pipe.png', '/link.png?x', '/%70ipe.png'])
      await expect(refuseIrregularFile(folder, target)).rejects.toMatchObject({ code: 'not-found' });
    for (const target of ['/', '/a%20b.png', '/nothing.png', '/library?q=/pipe.png'])
      await refuseIrregularFile(folder, target);
  },
);
