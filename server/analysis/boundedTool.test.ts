import { execFileSync, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { boundedTool } from './boundedTool';

const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0;

it.skipIf(!hasPrlimit)('a tool of the system is bounded by the system', async () => {
  const { program, first } = await boundedTool('cat', { memoryBytes: 1e9, processorSeconds: 20 });
  const limits = execFileSync(program, [...first, '/proc/self/limits'], { encoding: 'latin1' });
  expect(limits).toMatch(/^Max data size +1000000000 /m);
  expect(limits).toMatch(/^Max cpu time +20 /m);
});

it('a tool is started all the same where its bounds cannot be set', async () => {
  const impossible = { memoryBytes: Number.NaN, processorSeconds: 20 };
  expect(await boundedTool('cat', impossible)).toEqual({ program: 'cat', first: [] });
});
