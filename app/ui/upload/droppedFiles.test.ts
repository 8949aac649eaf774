import { describe, expect, it } from 'vitest';
import type { DirectoryDropItem, FileDropItem } from 'react-aria-components';
import { chosenFiles, filesOf } from './droppedFiles';

const file = (name: string, type: string): FileDropItem => ({
  kind: 'file',
  name,
  type,
  getFile: () => Promise.resolve(new File([], name, { type })),
  getText: () => Promise.resolve(''),
});

const folder = (name: string, entries: (FileDropItem | DirectoryDropItem)[]): DirectoryDropItem => ({
  kind: 'directory',
  name,
  async *getEntries() {
    for (const entry of await Promise.resolve(entries)) yield entry;
  },
});

describe('filesOf', () => {
  it('takes folders apart and leaves behind what is not wanted', async () => {
    const isWanted = (name: string, isFolder: boolean) =>
      isFolder ? name !== 'bin' : /flac|opus/.test(name);
    const album = folder('album', [
      file('01.flac', 'audio/flac'),
      file('cover.jpg', 'image/jpeg'),
      folder('disc 2', [file('02.opus', ''), file('notes.txt', 'text/plain')]),
      folder('bin', [file('03.flac', 'audio/flac')]),
    ]);
    const found = await filesOf([album, file('named.bin', 'application/octet-stream')], isWanted);
    expect(found.map(({ name }) => name)).toEqual(['album/01.flac', 'album/disc 2/02.opus', 'named.bin']);
    expect(found.map((each) => each.file.name)).toEqual(['01.flac', '02.opus', 'named.bin']);
  });
});

describe('chosenFiles', () => {
  it('names files of a chosen folder with their folders, and others by themselves', () => {
    const inFolder = Object.defineProperty(new File([], 'a.tsv'), 'webkitRelativePath', {
      value: 'study/sub-01/a.tsv',
    });
    expect(chosenFiles([inFolder, new File([], 'b.tsv')]).map(({ name }) => name)).toEqual([
      'study/sub-01/a.tsv',
      'b.tsv',
    ]);
  });
});
