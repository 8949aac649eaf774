import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownIdentity } from '@/db/embedded/processIdentity';
import { restoreDatabase } from '@/db/restore';
import { writeTestWav } from '../../analysis/testing/sounds.testing';
import { studyFolder } from '../../research/studies/studyFolder';
import { backupLibrary } from './backupLibrary';
import { restoreLibrary } from './restoreLibrary';
import { stagingFolder, writeRestoreNote } from './restoreNote';
import { settleRestore } from './settleRestore';
import { enqueueImport } from '../import/enqueueImport';
import { openTestLibrary, type TestLibrary } from '../testing/library.testing';
import { receiveUpload } from '../upload/receiveUpload';

let source: TestLibrary;
let target: TestLibrary;
let folder: string;

beforeAll(async () => {
  source = await openTestLibrary();
  target = await openTestLibrary();
  folder = mkdtempSync(join(tmpdir(), 'circumplex-backup-'));
  mkdirSync(source.dataDirectory, { recursive: true });
  writeTestWav(join(source.folder, 'named.wav'), { seed: 1 });
  writeTestWav(join(source.folder, 'uploaded.wav'), { seed: 2 });
  await source.import([join(source.folder, 'named.wav')]);
  for (const [name, body] of [
    ['uploaded.wav', readFileSync(join(source.folder, 'uploaded.wav'))],
    ['letter.mp3', Buffer.from('only a letter')],
  ] as const)
    await receiveUpload(source, { body: Readable.from([body]), name, declaredBytes: body.length });
  await source.work();
  writeFileSync(join(folder, 'in the way'), '');
});
afterAll(async () => {
  await source.close();
  await target.close();
  rmSync(folder, { recursive: true });
});

/** A file in the folder of the study of number 1. */
function writeSeries({ dataDirectory }: Pick<TestLibrary, 'dataDirectory'>, name: string): void {
  mkdirSync(studyFolder(dataDirectory, 1), { recursive: true });
  writeFileSync(join(studyFolder(dataDirectory, 1), name), '');
}

const byId = <Row extends { id: number }>(rows: Row[]) => [...rows].sort((a, b) => a.id - b.id);

describe('a library restored under another data directory', () => {
  it('finds its uploads there, their failures too, and other files where they were', async () => {
    await expect(backupLibrary(source, folder)).rejects.toThrow('must be empty');
    rmSync(join(folder, 'in the way'));
    writeSeries(source, 'of the backup');
    await backupLibrary(source, folder);
    writeSeries(target, 'of another study that had this number');
    await restoreLibrary(target, folder, { replace: false });
    const restored = studyFolder(target.dataDirectory, 1);
    expect(readdirSync(restored)).toEqual(['of the backup']);
    const [before, after] = [await source.rows(), await target.rows()];
    const moved = (path: string) => path.replace(source.dataDirectory, target.dataDirectory);
    expect(byId(after.files)).toEqual(
      byId(before.files).map((file) => ({ ...file, path: moved(file.path), changedMs: null, tagReader: 0 })),
    );
    expect(after.jobs.map(({ path, detail, exclusiveKey }) => [path, detail, exclusiveKey])).toEqual(
      before.jobs.map(({ path }) => [moved(path), moved(path), `file:${moved(path)}`]),
    );
    expect(after.jobs.map(({ state }) => state).sort()).toEqual(['done', 'done', 'failed']);
    const found = after.jobs.map(({ path, sizeBytes, modifiedMs }) => {
      return { kind: 'file' as const, path, sizeBytes, modifiedMs };
    });
    const again = { failed: false, cancelled: false, removed: false };
    expect(
      await enqueueImport(target.database, found, { origin: 'upload', label: 'again', again }),
    ).toMatchObject({ queued: 0, unchanged: 2, failedBefore: 1 });
  });
});

/** What is open to others than its owner, of a folder and everything that can be reached in it from outside. */
function openToOthers(path: string): string[] {
  const status = statSync(path);
  if ((status.mode & 0o077) === 0) return [];
  return [
    path,
    ...(status.isDirectory() ? readdirSync(path).flatMap((name) => openToOthers(join(path, name))) : []),
  ];
}

describe('a backup', () => {
  const made = () => join(folder, '..', `${basename(folder)}-more`);
  afterEach(() => rmSync(made(), { recursive: true, force: true }));

  it.each([false, true])(
    'is closed to other users of the machine, made before by them or not: %s',
    async (before) => {
      if (before) mkdirSync(made(), { mode: 0o777 });
      await backupLibrary(source, made());
      expect(openToOthers(made())).toEqual([]);
      // Where the folder is somebody else's and stays open, what is in it is closed all the same.
      for (const name of readdirSync(made()))
        if (name !== 'library.json') expect(openToOthers(join(made(), name))).toEqual([]);
      expect(openToOthers(join(made(), 'database', 'tables'))).toEqual([]);
    },
  );

  it('goes on where files arrive and go away meanwhile, and leaves out what has no row', async () => {
    const study = studyFolder(source.dataDirectory, 1);
    const write = (...names: string[]) => {
      mkdirSync(join(study, ...names.slice(0, -1)), { recursive: true });
      writeFileSync(join(study, ...names), '');
    };
    write('incoming', 'half');
    write('brought', 'incoming', 'kept');
    write('brought', '1.part');
    write('brought', `.${randomUUID()}-0.deleting`);
    for (let i = 0; i < 60; i++) write('series', `${i}.npy`);
    let isDone = false;
    const backup = backupLibrary(source, made()).finally(() => (isDone = true));
    for (let i = 0; !isDone; i = (i + 1) % 60) {
      renameSync(join(study, 'series', `${i}.npy`), join(study, 'series', `${i}.away`));
      await setImmediate();
      renameSync(join(study, 'series', `${i}.away`), join(study, 'series', `${i}.npy`));
    }
    await backup;
    const copied = join(made(), 'studies', '1');
    expect(readdirSync(copied).sort()).toEqual(['brought', 'of the backup', 'series']);
    expect(readdirSync(join(copied, 'brought')).sort()).toEqual(['1.part', 'incoming']);
    rmSync(study, { recursive: true });
    writeSeries(source, 'of the backup');
  });
});

describe('a library that is replaced', () => {
  it('leaves no uploads behind that the backup does not have', async () => {
    const uploads = () =>
      readdirSync(join(target.dataDirectory, 'uploads'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name);
    const before = uploads();
    const body = Buffer.from('of the library that goes');
    await receiveUpload(target, { body: Readable.from([body]), name: 'a.mp3', declaredBytes: body.length });
    expect(uploads()).toHaveLength(before.length + 1);
    await expect(restoreLibrary(target, folder, { replace: false })).rejects.toThrow('not empty');
    expect(uploads()).toHaveLength(before.length + 1);
    await restoreLibrary(target, folder, { replace: true });
    expect(uploads().sort()).toEqual(before.sort());
    expect(readdirSync(join(target.dataDirectory, 'deleting'))).toEqual([]);
  });
});

describe('a restoration whose process is gone', () => {
  /** Begins one in the target as far as its files, by a process that is no more. */
  async function begin(mark: string): Promise<string> {
    const staging = stagingFolder(target.dataDirectory);
    await writeRestoreNote(target.dataDirectory, mark);
    const gone = { mark, process: { ...ownIdentity(), pid: 2 ** 22 + 1 } };
    writeFileSync(join(staging, 'note.json'), JSON.stringify(gone));
    writeSeries({ ...target, dataDirectory: staging }, 'staged');
    return staging;
  }
  const kept = () => readdirSync(studyFolder(target.dataDirectory, 1));
  const place = () => ({ database: target.database, dataDirectory: target.dataDirectory });

  it('before its rows were written leaves the library as it was', async () => {
    const before = kept();
    await begin(randomUUID());
    expect(await settleRestore(place(), { isOnly: false })).toContain('the library is as it was before');
    expect(kept()).toEqual(before);
    expect(await settleRestore(place(), { isOnly: false })).toBeNull();
  });

  it('after its rows were written is completed, also where that is killed in turn', async () => {
    const mark = randomUUID();
    const staging = await begin(mark);
    await restoreDatabase(target.database, join(folder, 'database'), { replace: true, mark });
    // As a kill between the removal of a folder and the coming of the next leaves it.
    rmSync(studyFolder(target.dataDirectory, 1), { recursive: true });
    expect(await settleRestore(place(), { isOnly: false })).toContain('its files are in their places now');
    expect(kept()).toEqual(['staged']);
    expect(existsSync(staging)).toBe(false);
  });

  it('is not settled while its process lives, and refuses another', async () => {
    await writeRestoreNote(target.dataDirectory, randomUUID());
    expect(await settleRestore(place(), { isOnly: true })).toBeNull();
    await expect(restoreLibrary(place(), folder, { replace: true })).rejects.toMatchObject({
      code: 'conflict',
    });
    rmSync(stagingFolder(target.dataDirectory), { recursive: true });
  });
});
