import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import type { Database } from '@/db/open';
import { packageRoot } from '@/db/packageRoot';
import * as schema from '@/db/schema';
import { encodingResult } from '../../research/reports/testing/results.testing';
import { noteFile } from '../../research/studies/files/receiveStudyFile';
import { npyBytes } from '../../research/recordings/write/npyBytes';
import { broughtFolder, resultFile, seriesFolder } from '../../research/studies/studyFolder';
import type { TestHouse } from './house.testing';

const hundredNumbers = { rows: 100, columns: 1, values: Float64Array.from({ length: 100 }, Math.sin) };

/** Makes a study of the first person's with a row in each of its tables, its files, and an analysis that is done. */
export async function fillStudy({ ask, library: { database, dataDirectory } }: TestHouse): Promise<void> {
  const { studyId } = await ask.studies.create({ title: 'a study' });
  const folder = broughtFolder(dataDirectory, studyId);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(packageRoot(), 'ml/audio/fixtures/tone.mp3'), join(folder, 'a.mp3'));
  writeFileSync(join(folder, 'a.csv'), 'time,joy\n0,1\n1,2\n');
  writeFileSync(join(folder, 'a.zip'), zipSync({ 'b.csv': Buffer.from('time,joy\n0,1\n') }));
  for (const name of ['a.mp3', 'a.csv', 'a.zip'])
    await noteFile({ database }, studyId, { name, sizeBytes: statSync(join(folder, name)).size, path: null });
  const { stimulusId } = await ask.studies.setStimulus({ studyId, name: 'a', trackId: 1 });
  const [{ id: participantId }] = await database
    .insert(schema.studyParticipants)
    .values({ studyId, label: '01' })
    .returning();
  await database
    .insert(schema.studyTargets)
    .values({ studyId, position: 0, name: 'dmPFC', centre: [0.1, 52, 28], hemisphere: 'left' });
  const column = { unit: null, mean: 0.1, standardDeviation: 2, notFinite: 0, firstNotFinite: null };
  const series = { studyId, hopSeconds: 1, samples: 100, sha256: 'b', source: 'c' };
  await database.insert(schema.studySeries).values([
    {
      ...{ ...series, kind: 'recording', name: 'recording', stimulusId, participantId },
      ...{ file: 'a.npy', columns: [{ ...column, name: 'dmPFC' }] },
    },
    {
      ...{ ...series, kind: 'feature', name: 'envelope', stimulusId, file: 'b.npy' },
      columns: [{ ...column, name: 'envelope' }],
    },
  ]);
  mkdirSync(seriesFolder(dataDirectory, studyId));
  for (const name of ['a.npy', 'b.npy'])
    writeFileSync(join(seriesFolder(dataDirectory, studyId), name), npyBytes(hundredNumbers));
  await fillAnalysis(database, { studyId, dataDirectory });
}

async function fillAnalysis(
  database: Database,
  { studyId, dataDirectory }: { studyId: number; dataDirectory: string },
): Promise<void> {
  const [{ id }] = await database
    .insert(schema.studyAnalyses)
    .values({ studyId, title: 'one', kind: 'encoding', spec: {}, finishedAt: new Date() })
    .returning();
  const path = resultFile(dataDirectory, { studyId, id });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(await encodingResult()));
}
