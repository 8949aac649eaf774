import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eegStudies, files, studies } from '@/db/schema';
import { noteDeletion } from '../base/deletionNote';
import { eegStudyFolder } from '../research/eeg/store/eegFolders';
import { studyFolder } from '../research/studies/studyFolder';
import { openTestHouse, type TestHouse } from '../trpc/testing/house.testing';
import { settleDeletions } from './settleDeletions';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(2);
});
afterAll(() => house.close());

const place = () => house.library;

function folderWithFile(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'private'), '');
  return folder;
}

describe('a deletion that was cut short', () => {
  it.each(['study', 'eegStudy'] as const)(
    'after its rows takes the folder at the next start: %s',
    async (kind) => {
      const { database, dataDirectory } = place();
      const isStudy = kind === 'study';
      const { create } = isStudy ? house.ask.studies : house.ask.eeg.studies;
      const { studyId: id } = await create({ title: 'private' });
      const folder = folderWithFile(
        isStudy ? studyFolder(dataDirectory, id) : eegStudyFolder(dataDirectory, id),
      );
      const deletion = { kind, id, files: [relative(dataDirectory, folder)] };
      await noteDeletion(dataDirectory, deletion);
      // Before its rows: nothing was deleted, and nothing is.
      expect(await settleDeletions(place())).toBe(1);
      expect(existsSync(folder)).toBe(true);
      await noteDeletion(dataDirectory, deletion);
      if (isStudy) await database.delete(studies).where(eq(studies.id, id));
      else await database.delete(eegStudies).where(eq(eegStudies.id, id));
      expect(await settleDeletions(place())).toBe(1);
      expect(existsSync(folder)).toBe(false);
      expect(await settleDeletions(place())).toBe(0);
    },
  );

  it('takes uploads that hold no track any more, and no others', async () => {
    const { database, dataDirectory } = place();
    const uploads = folderWithFile(join(dataDirectory, 'uploads', 'ab'));
    const [held, gone] = ['held', 'gone'].map((name) => join(uploads, name));
    for (const path of [held, gone]) writeFileSync(path, '');
    await database.update(files).set({ path: held }).where(eq(files.trackId, 1));
    await noteDeletion(dataDirectory, { kind: 'uploads', paths: [held, gone] });
    await settleDeletions(place());
    expect(readdirSync(uploads).sort()).toEqual(['held', 'private']);
  });

  it('leaves no note where it was not cut short', async () => {
    const { studyId } = await house.ask.studies.create({ title: 'one' });
    await house.ask.studies.remove({ studyId });
    await expect(house.ask.studies.remove({ studyId })).rejects.toThrow('invalid studyId');
    await house.ask.catalogue.remove({ trackIds: [2] });
    expect(await settleDeletions(place())).toBe(0);
  });

  it('is not forgotten where notes cannot be read', async () => {
    const folder = join(place().dataDirectory, 'deleting');
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, 'a file where the folder of notes was');
    await expect(settleDeletions(place())).rejects.toThrow('ENOTDIR');
    rmSync(folder);
  });
});
