import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkPaths } from './walkPaths';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'circumplex-walk-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), 'x');
  }
}

async function found(path = folder): Promise<string[]> {
  const names: string[] = [];
  for await (const each of walkPaths([path])) names.push(relative(folder, each.path));
  return names;
}

describe('walkPaths', () => {
  it('finds every kind of sound that can be read', async () => {
    const endings = [
      'MP3',
      'dff',
      'tak',
      'shn',
      'ts',
      'flv',
      'ogv',
      'm4r',
      'mpeg',
      'mpc',
      'ofr',
      'm2ts',
      'dsf',
    ];
    put(...endings.map((ending) => `kinds/song.${ending}`), 'kinds/cover.jpg', 'kinds/mp3');
    expect((await found(join(folder, 'kinds'))).sort()).toEqual(
      endings.map((ending) => `kinds/song.${ending}`).sort(),
    );
  });

  it('passes over bins, shadows and what is hidden, but no name that begins with dots', async () => {
    const bins = [
      '$RECYCLE.BIN',
      '.Trash-1000',
      '.Trashes',
      '#recycle',
      '@eaDir',
      '.AppleDouble',
      '__MACOSX',
      'RECYCLER',
    ];
    const hidden = [
      '.cache/a.mp3',
      '._song.mp3',
      '.song.mp3',
      'lost+found/a.mp3',
      'System Volume Information/a.mp3',
    ];
    put(...bins.map((bin) => `bins/${bin}/deep/er.mp3`), ...hidden.map((name) => `bins/${name}`));
    const names = [
      'bins/...And Justice for All/one.mp3',
      'bins/.38 Special/two.mp3',
      'bins/Recycled Air.mp3',
    ];
    put(...names);
    expect((await found(join(folder, 'bins'))).sort()).toEqual([...names].sort());
  });

  it('takes what a person names, whatever it is called', async () => {
    put('.hidden/song.mp3', '.hidden/.note');
    expect(await found(join(folder, '.hidden'))).toEqual(['.hidden/song.mp3']);
    expect(await found(join(folder, '.hidden', '.note'))).toEqual(['.hidden/.note']);
  });

  it('follows links, walks a folder once, and tells of a link that leads nowhere', async () => {
    put('links/album/song.mp3');
    symlinkSync(join(folder, 'links'), join(folder, 'links/album/back'));
    symlinkSync(join(folder, 'nowhere.mp3'), join(folder, 'links/lost.mp3'));
    expect((await found(join(folder, 'links'))).sort()).toEqual(['links/album/song.mp3', 'links/lost.mp3']);
  });
});
