import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openSession } from './session';

/** What the runtime starts as soon as it is about to tell: its sender's log, made in every process that has one. */
const senderLog = join(tmpdir(), `mat-debug-${process.pid}.log`);

it('tells nobody what it runs', async () => {
  // The runtime keeps quiet by itself where it takes the process for a test.
  delete process.env.CI;
  delete process.env.ORT_RUNNING_UNIT_TESTS;
  // Left by an earlier process of the same number.
  rmSync(senderLog, { force: true });
  const session = await openSession(fileURLToPath(new URL('../models/emotion-3.onnx', import.meta.url)));
  expect(existsSync(senderLog)).toBe(false);
  await session.release();
});
