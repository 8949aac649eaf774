import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { AnalysisClient, defaultLimits } from './analysisClient';
import { hasFfmpeg } from './hasFfmpeg';
import { readMutated } from './testing/readMutated.testing';
import { soundKinds } from './testing/soundKinds.testing';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-mutated-'));
const client = new AnalysisClient({ ...defaultLimits, stallMs: 20_000 });
const withFfmpeg = await hasFfmpeg();
const each = 5;

afterAll(() => {
  client.close();
  rmSync(folder, { recursive: true });
});

it.each(soundKinds().map((kind) => [kind.name, kind] as const))(
  'changed files of kind %s are read or refused in words, and end no process',
  async (_, kind) => {
    const { read, refused, faults } = await readMutated(client, kind, { folder, from: 1, count: each });
    expect(faults).toEqual([]);
    expect(read + refused).toBe(each);
    if (kind.mend === undefined && (!kind.isForeign || withFfmpeg)) expect(read).toBeGreaterThan(0);
  },
);
