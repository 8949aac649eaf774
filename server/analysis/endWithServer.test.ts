import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, it } from 'vitest';
import { packageRoot } from '@/db/packageRoot';
import { untilGone, writeSpinning } from './testing/spinning.testing';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-orphan-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.skipIf(process.platform === 'win32')(
  'an analysis process that never lets go of the processor outlived a server that was killed',
  async () => {
    const source = JSON.stringify(join(packageRoot(), 'server', 'analysis', 'endWithServer.ts'));
    const spinning = writeSpinning(folder, {
      before: `require('tsx/cjs'); require(${source}).endWithServer();`,
    });
    const serving = join(folder, 'serving.cjs');
    writeFileSync(
      serving,
      `const child = require('node:child_process').fork(${JSON.stringify(spinning)}, [], { detached: true });
      child.on('message', ({ fraction, audioSeconds }) => console.log(fraction, audioSeconds));
      child.send(null);`,
    );
    const server = spawn(process.execPath, [serving], {
      cwd: packageRoot(),
      env: { ...process.env, NODE_PATH: join(packageRoot(), 'node_modules') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pids = await new Promise<number[]>((resolve) => {
      server.stdout.once('data', (told: Buffer) => resolve(String(told).trim().split(' ').map(Number)));
    });
    server.kill('SIGKILL');
    await untilGone(pids);
  },
);
