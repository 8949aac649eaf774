import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { describeFile } from './describe/describeFile';
import { readSeries } from './readSeries';
import type { DamagedFile } from './testing/damagedFile.testing';
import { damagedDocuments } from './testing/damagedDocuments.testing';
import { damagedNifti } from './testing/damagedNifti.testing';
import { damagedNumpy } from './testing/damagedNumpy.testing';
import { damagedText } from './testing/damagedText.testing';
import { TestFolder } from './testing/files.testing';
import { plainRefusal } from './testing/plainRefusal.testing';

interface Dump {
  cifti: { base64: string };
  npz: { lone: string };
}

const dumpPath = new URL('reference/recordings.json', import.meta.url);
const { cifti, npz } = JSON.parse(readFileSync(dumpPath, 'utf8')) as Dump;

const kinds: [kind: string, files: DamagedFile[]][] = [
  ['NIfTI', [...damagedNifti()]],
  ['NPY', [...damagedNumpy(Buffer.from(npz.lone, 'base64'))]],
  ['text', [...damagedText()]],
  ['JSON and XML', [...damagedDocuments(Buffer.from(cifti.base64, 'base64'))]],
];

const folder = new TestFolder();
const startBytes = process.memoryUsage().rss;
afterAll(() => folder.remove());

describe.each(kinds)('damaged %s', (_, files) => {
  it.each(files.map((file) => [file.damage, file] as const))(
    '%s',
    async (_damage, { place, content, told, beside }) => {
      const path = folder.write(place, content);
      for (const [other, text] of Object.entries(beside ?? {})) folder.write(other, text);
      // Gaps are no damage to a description, which counts them: whoever wants a series is refused.
      const work = describeFile(path).then(() => readSeries(path));
      const message = await plainRefusal(work, { place, told });
      // An undamaged file would be told the same.
      expect(message).not.toMatch(/a label image is needed|is no series/);
    },
  );
});

it('covers 200 kinds of damage, in bounded memory', () => {
  expect(kinds.flatMap(([, files]) => files).length).toBeGreaterThanOrEqual(200);
  expect(process.memoryUsage().rss - startBytes).toBeLessThan(600e6);
});
