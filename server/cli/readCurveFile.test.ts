import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCurveFile } from './readCurveFile';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'curves-'))));
afterAll(() => rmSync(folder, { recursive: true }));

describe('readCurveFile', () => {
  it('tells what cannot be read, of the file or in it', async () => {
    const path = join(folder, 'curve.csv');
    const missing = {
      code: 'unreadable',
      message: expect.stringContaining(`invalid CURVE: ${path}`) as string,
    };
    await expect(readCurveFile(path)).rejects.toMatchObject(missing);
    writeFileSync(path, 'time,valence\n0,0\n');
    const incomplete = {
      code: 'invalid',
      message: 'invalid CURVE: no column named arousal (has time, valence)',
    };
    await expect(readCurveFile(path)).rejects.toMatchObject(incomplete);
    writeFileSync(path, 'arousal,time,valence\n0,1,-0.5\n');
    expect(await readCurveFile(path)).toEqual([{ t: 1, valence: -0.5, arousal: 0 }]);
  });
});
