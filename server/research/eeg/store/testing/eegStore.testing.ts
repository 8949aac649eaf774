import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { owner } from '../../../../access/caller';
import {
  catalogueKinds,
  openTestLibrary,
  type TestLibrary,
} from '../../../../catalogue/testing/library.testing';
import type { StudyPlace } from '../../../studies/studyPlace';
import { trainEegKind } from '../models/trainEegKind';
import { readEegKind } from '../recordings/readEegKind';
import { receiveEegFile, type ReceivedEegFile } from '../recordings/receiveEegFile';
import { simulateEegKind } from '../simulation/simulateEegKind';

/** A library whose jobs are those of studies of EEG and imports, and where its studies are. */
export async function openTestEeg(python?: string): Promise<{ library: TestLibrary; place: StudyPlace }> {
  const library = await openTestLibrary((dataDirectory) => [
    ...catalogueKinds(dataDirectory),
    readEegKind(dataDirectory),
    trainEegKind(dataDirectory, python),
    simulateEegKind(dataDirectory, { participants: 2, tracks: 2 }),
  ]);
  const { database, dataDirectory } = library;
  return { library, place: { database, dataDirectory, caller: owner } };
}

/** Brings text as a file to a study, as a page does. */
export function bringText(
  place: StudyPlace,
  { studyId, name, text }: { studyId: number; name: string; text: string },
): Promise<ReceivedEegFile> {
  const bytes = Buffer.from(text);
  return receiveEegFile(place, {
    ...{ studyId, name, declaredBytes: bytes.length },
    body: Readable.from([bytes]),
  });
}

/** Brings a file of this machine to a study, as a page does. */
export async function bringFile(
  place: StudyPlace,
  { studyId, name, path }: { studyId: number; name: string; path: string },
): Promise<ReceivedEegFile> {
  const { size } = await stat(path);
  const body = createReadStream(path);
  return receiveEegFile(place, { studyId, name, declaredBytes: size, body });
}

/** Lines of a table. */
export const lines = (...rows: (string | number)[][]): string =>
  rows.map((row) => `${row.join('\t')}\n`).join('');
