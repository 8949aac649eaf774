import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eegStudies, files, jobs, studies } from '@/db/schema';
import { noteDeletion } from '../base/deletionNote';
import { putAside } from '../base/putAside';
import { breakingDatabase } from '../base/testing/brokenDatabase.testing';
import { leaveToOthers, noteOfKilled } from '../base/testing/deletionNote.testing';
import { openBatch } from '../jobs/enqueueJobs';
import { fileKey } from '../jobs/fileKey';
import { eegStudyFolder } from '../research/eeg/store/eegFolders';
import { deleteWithFiles } from '../research/studies/deleteWithFiles';
import { studyFolder } from '../research/studies/studyFolder';
import { openTestHouse, type TestHouse } from '../trpc/testing/house.testing';
import { settleDeletions } from './settleDeletions';

let house: TestHouse;
const faults: string[] = [];
beforeAll(async () => {
  house = await openTestHouse(2);
});
afterAll(() => house.close());

const place = () => house.library;
const settleAll = () =>
  settleDeletions(place(), { isOnly: true, onFault: (_, name) => void faults.push(name) });
const notes = () => readdirSync(join(place().dataDirectory, 'deleting'));

function folderWithFile(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'private'), '');
  return folder;
}

/** A study with a folder, and what its deletion is. */
async function newStudy(title: string) {
  const { studyId: id } = await house.ask.studies.create({ title });
  const folder = folderWithFile(studyFolder(place().dataDirectory, id));
  return {
    id,
    folder,
    deletion: { kind: 'study' as const, id, files: [relative(place().dataDirectory, folder)] },
  };
}

describe('a deletion that was cut short', () => {
  it.each(['study', 'eegStudy'] as const)(
    'after its rows takes the folder at the next start, and before puts it back: %s',
    async (kind) => {
      const { database, dataDirectory } = place();
      const isStudy = kind === 'study';
      const { create } = isStudy ? house.ask.studies : house.ask.eeg.studies;
      const { studyId: id } = await create({ title: 'private' });
      const folder = folderWithFile(
        isStudy ? studyFolder(dataDirectory, id) : eegStudyFolder(dataDirectory, id),
      );
      const deletion = { kind, id, files: [relative(dataDirectory, folder)] };
      await putAside(dataDirectory, await noteOfKilled(dataDirectory, deletion));
      expect(existsSync(folder)).toBe(false);
      expect(await settleAll()).toBe(1);
      expect(readdirSync(folder)).toEqual(['private']);
      await putAside(dataDirectory, await noteOfKilled(dataDirectory, deletion));
      if (isStudy) await database.delete(studies).where(eq(studies.id, id));
      else await database.delete(eegStudies).where(eq(eegStudies.id, id));
      expect(await settleAll()).toBe(1);
      expect(existsSync(folder)).toBe(false);
      expect(readdirSync(join(folder, '..')).filter((name) => name.endsWith('.deleting'))).toEqual([]);
      expect(await settleAll()).toBe(0);
    },
  );

  it('never takes what was brought by the same name since', async () => {
    const { database, dataDirectory } = place();
    const { id, folder, deletion } = await newStudy('brought again');
    await putAside(dataDirectory, await noteOfKilled(dataDirectory, deletion));
    await database.delete(studies).where(eq(studies.id, id));
    folderWithFile(folder);
    expect(await settleAll()).toBe(1);
    expect(readdirSync(folder)).toEqual(['private']);
  });

  it('by a process that still runs is left to it', async () => {
    const { dataDirectory } = place();
    const { folder, deletion } = await newStudy('under way');
    const note = await noteDeletion(dataDirectory, deletion);
    await putAside(dataDirectory, note);
    expect(await settleAll()).toBe(0);
    expect(existsSync(folder)).toBe(false);
    leaveToOthers(dataDirectory, note.name);
    expect(await settleAll()).toBe(1);
    expect(existsSync(folder)).toBe(true);
  });

  it('takes uploads that no row names any more, and no others', async () => {
    const { database, dataDirectory } = place();
    const uploads = folderWithFile(join(dataDirectory, 'uploads', 'ab'));
    const paths = ['held', 'failed', 'gone'].map((name) => join(uploads, name));
    for (const path of paths) writeFileSync(path, '');
    await database.update(files).set({ path: paths[0] }).where(eq(files.trackId, 1));
    const batchId = await openBatch(database, 'uploads');
    await database.insert(jobs).values({
      batchId,
      kind: 'import',
      payload: {},
      label: '',
      exclusiveKey: fileKey(paths[1]),
      state: 'failed',
    });
    await noteOfKilled(dataDirectory, { kind: 'uploads', paths });
    await settleAll();
    expect(readdirSync(uploads).sort()).toEqual(['failed', 'held', 'private']);
  });

  it('leaves no note where it was not cut short', async () => {
    const { studyId } = await house.ask.studies.create({ title: 'one' });
    await house.ask.studies.remove({ studyId });
    await expect(house.ask.studies.remove({ studyId })).rejects.toThrow('invalid studyId');
    await house.ask.catalogue.remove({ trackIds: [2] });
    expect(notes()).toEqual([]);
  });

  it('and cannot be ended stays noted, and keeps no other from being ended', async () => {
    const { dataDirectory } = place();
    const { folder, deletion } = await newStudy('beside');
    await putAside(dataDirectory, await noteOfKilled(dataDirectory, deletion));
    const folderOfNotes = join(dataDirectory, 'deleting');
    writeFileSync(join(folderOfNotes, 'another form.json'), '{"kind":"study","id":1}');
    mkdirSync(join(folderOfNotes, 'a folder.json'));
    mkdirSync(join(folderOfNotes, 'no note'));
    expect(await settleAll()).toBe(1);
    expect(existsSync(folder)).toBe(true);
    expect(faults.sort()).toEqual(['a folder', 'another form']);
    expect(notes().sort()).toEqual(['a folder.json', 'another form.json', 'no note']);
    rmSync(folderOfNotes, { recursive: true });
  });

  it('is not forgotten where notes cannot be read', async () => {
    const folder = join(place().dataDirectory, 'deleting');
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, 'a file where the folder of notes was');
    await expect(settleAll()).rejects.toThrow('ENOTDIR');
    rmSync(folder);
  });
});

describe('a deletion whose connection breaks', () => {
  it.each([true, false])('stays noted until it is seen whether its rows are gone: %s', async (committed) => {
    const { database, dataDirectory } = place();
    const { id, folder } = await newStudy('lost');
    const breaking = breakingDatabase(database, { committed });
    const deletion = deleteWithFiles(
      { database: breaking, dataDirectory },
      {
        ...{ kind: 'study', id, paths: [folder] },
        deleteRows: (executor) => executor.delete(studies).where(eq(studies.id, id)),
      },
    );
    await expect(deletion).rejects.toThrow('Connection terminated');
    expect(notes()).toHaveLength(1);
    leaveToOthers(dataDirectory, notes()[0].replace('.json', ''));
    expect(await settleAll()).toBe(1);
    expect(existsSync(folder)).toBe(!committed);
    expect(notes()).toEqual([]);
  });

  it('or whose rows cannot be deleted puts the files back', async () => {
    const { id, folder } = await newStudy('kept');
    const deletion = deleteWithFiles(place(), {
      ...{ kind: 'study', id, paths: [folder] },
      deleteRows: () => Promise.reject(new Error('refused')),
    });
    await expect(deletion).rejects.toThrow('refused');
    expect(readdirSync(folder)).toEqual(['private']);
    expect(notes()).toEqual([]);
  });
});
