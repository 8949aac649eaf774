import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isChangedFile, openImported, type ImportedFile } from './importedFile';
import { dressAs, importedNow } from './testing/importedFile.testing';

const root = mkdtempSync(join(tmpdir(), 'circumplex-imported-'));
const [music, secrets] = [join(root, 'music'), join(root, 'secrets')];
const [song, secret] = [join(music, 'album', 'song.mp3'), join(secrets, 'secret')];
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  for (const folder of [music, secrets]) rmSync(folder, { recursive: true, force: true });
  for (const folder of [join(music, 'album'), secrets]) mkdirSync(folder, { recursive: true });
  writeFileSync(song, 'a song');
  writeFileSync(secret, 'secret');
});

async function textOf(file: ImportedFile): Promise<string> {
  const { handle } = await openImported(file);
  try {
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/** What is told of a file that is no longer what was imported. */
async function refusalOf(file: ImportedFile): Promise<unknown> {
  return textOf(file).then(
    (text) => `it was read: ${text}`,
    (error: unknown) => (isChangedFile(error) ? 'changed' : error),
  );
}

describe('openImported', () => {
  it('opens what was imported, also through links that the library is made of', async () => {
    expect(await textOf(importedNow(song))).toBe('a song');
    const [linked, inside] = [join(music, 'linked.mp3'), join(music, 'shelf', 'song.mp3')];
    symlinkSync(song, linked);
    symlinkSync(join(music, 'album'), join(music, 'shelf'));
    for (const path of [linked, inside]) expect(await textOf(importedNow(path))).toBe('a song');
  });

  it('opens a file that was only given other rights', async () => {
    const imported = importedNow(song);
    chmodSync(song, 0o600);
    expect(await textOf(imported)).toBe('a song');
  });

  it('does not follow a link that was put in its place, to a file of the same size and time', async () => {
    await dressAs(song, secret);
    const imported = importedNow(song);
    expect(imported).toMatchObject({ ...importedNow(secret), path: song, changedMs: imported.changedMs });
    rmSync(song);
    symlinkSync(secret, song);
    expect(await refusalOf(imported)).toBe('changed');
  });

  it('does not follow a link that was put in the place of its folder', async () => {
    renameSync(secret, join(secrets, 'song.mp3'));
    await dressAs(song, join(secrets, 'song.mp3'));
    const imported = importedNow(song);
    rmSync(join(music, 'album'), { recursive: true });
    symlinkSync(secrets, join(music, 'album'));
    expect(await refusalOf(imported)).toBe('changed');
  });

  it('does not follow a link of the library that leads elsewhere by now', async () => {
    const linked = join(music, 'linked.mp3');
    symlinkSync(song, linked);
    await dressAs(song, secret);
    const imported = importedNow(linked);
    rmSync(linked);
    symlinkSync(secret, linked);
    expect(await refusalOf(imported)).toBe('changed');
  });

  it('does not wait for a pipe, nor take a folder or other bytes for the file', async () => {
    const imported = importedNow(song);
    rmSync(song);
    execFileSync('mkfifo', [song]);
    expect(await refusalOf(imported)).toBe('changed');
    rmSync(song);
    mkdirSync(song);
    expect(await refusalOf(imported)).toBe('changed');
    rmSync(song, { recursive: true });
    writeFileSync(song, 'b song');
    utimesSync(song, 1, 1);
    expect(await refusalOf(imported)).toBe('changed');
    rmSync(song);
    await expect(openImported(imported)).rejects.toMatchObject({ code: 'not-found' });
  });

  it.skipIf(process.getuid?.() !== 0)('follows no link of somebody else’s to what is not his', async () => {
    const linked = join(music, 'linked.mp3');
    symlinkSync(secret, linked);
    lchownSync(linked, 12_345, 12_345);
    expect(await refusalOf(importedNow(linked))).toBe('changed');
    lchownSync(secret, 12_345, 12_345);
    expect(await textOf(importedNow(linked))).toBe('secret');
  });
});
