import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { describeFile } from '../describe/describeFile';
import type { DamagedFile } from '../testing/damagedFile.testing';
import { TestFolder } from '../testing/files.testing';
import { plainRefusal } from '../testing/plainRefusal.testing';
import { damagedEdf } from './testing/damagedEdf.testing';
import { damagedSets } from './testing/damagedSets.testing';
import { damagedTables } from './testing/damagedTables.testing';
import { emptyHdf5 } from './testing/emptyHdf5.testing';
import { damagedVision } from './testing/damagedVision.testing';

interface Dump {
  cases: { name: string; base64: string }[];
}

const dump = JSON.parse(readFileSync(new URL('reference/matFiles.json', import.meta.url), 'utf8')) as Dump;
const hdf5 = Buffer.from(dump.cases.find(({ name }) => name === 'continuous, 7.3')?.base64 ?? '', 'base64');

const kinds: [kind: string, files: DamagedFile[]][] = [
  ['EDF and BDF', [...damagedEdf()]],
  ['BrainVision', [...damagedVision()]],
  ['EEGLAB', [...damagedSets({ hdf5, empty: await emptyHdf5(1e9, 64) })]],
  ['tables, arrays and DEAP', [...damagedTables()]],
];

const folder = new TestFolder();
const startBytes = process.memoryUsage().rss;
afterAll(() => folder.remove());

describe.each(kinds)('damaged %s', (_, files) => {
  it.each(files.map((file) => [file.damage, file] as const))(
    '%s',
    async (_damage, { place, content, told, beside }) => {
      const path = folder.write(place, content);
      for (const [other, text] of Object.entries(beside ?? {}))
        folder.write(other, Buffer.from(text, 'latin1'));
      await plainRefusal(describeFile(path), { place, told });
    },
  );
});

it('covers 200 kinds of damage, in bounded memory', () => {
  expect(kinds.flatMap(([, files]) => files).length).toBeGreaterThanOrEqual(200);
  expect(process.memoryUsage().rss - startBytes).toBeLessThan(300e6);
});
