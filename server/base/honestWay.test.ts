import { once } from 'node:events';
import { lchownSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openImported } from './importedFile';
import { dressAs, importedNow } from './testing/importedFile.testing';
import { wayByHandles } from './wayByHandles';
import { wayByNames } from './wayByNames';

const root = mkdtempSync(join(tmpdir(), 'circumplex-way-'));
const at = (...names: string[]) => join(root, 'music', ...names);
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  rmSync(at(), { recursive: true, force: true });
  mkdirSync(at('album', 'disc'), { recursive: true });
  writeFileSync(at('album', 'disc', 'song'), 'a song');
});

const ways = [{ follow: wayByNames }, ...(process.platform === 'linux' ? [{ follow: wayByHandles }] : [])];

describe.each(ways)('$follow.name', ({ follow }) => {
  const song = () => {
    const { dev, ino } = statSync(at('album', 'disc', 'song'), { bigint: true });
    return { dev, ino };
  };

  it('tells a direct way, and one through links of our own', async () => {
    expect(await follow(at('album', 'disc', 'song'))).toEqual({
      isDirect: true,
      isHonest: true,
      place: song(),
    });
    symlinkSync(at('album'), at('absolute'));
    symlinkSync('absolute/disc', at('relative'));
    symlinkSync('../../album/disc/./song', at('album', 'disc', 'itself'));
    for (const way of [at('absolute', 'disc', 'song'), at('relative', 'song'), at('relative', 'itself')])
      expect(await follow(way), way).toEqual({ isDirect: false, isHonest: true, place: song() });
  });

  it('ends on a circle, and where nothing lies', async () => {
    symlinkSync('circle', at('circle'));
    symlinkSync('nowhere', at('lost'));
    await expect(follow(at('circle'))).rejects.toMatchObject({ code: 'ELOOP' });
    for (const way of [at('lost'), at('nothing'), at('album', 'nothing', 'song')])
      await expect(follow(way), way).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.skipIf(process.getuid?.() !== 0)('judges a link by who made it and what it leads to', async () => {
    const stranger = 12_345;
    symlinkSync('album/disc', at('theirs'));
    lchownSync(at('theirs'), stranger, stranger);
    symlinkSync('theirs', at('ours'));
    expect(await follow(at('ours', 'song'))).toMatchObject({ isHonest: false, place: song() });
    lchownSync(at('album', 'disc'), stranger, stranger);
    expect(await follow(at('ours', 'song'))).toMatchObject({ isHonest: true, place: song() });
  });
});

/** Swaps a folder with a link to another one, as fast as it can, until it is ended. */
const swapping = `
  const { parentPort, workerData: [folder, link, aside] } = require('node:worker_threads');
  const { renameSync } = require('node:fs');
  parentPort.postMessage('swapping');
  for (;;) {
    renameSync(folder, aside);
    renameSync(link, folder);
    renameSync(folder, link);
    renameSync(aside, folder);
  }`;

describe.skipIf(process.platform !== 'linux')('openImported', () => {
  it('reads no file of another folder while its own is swapped with a link to that, back and forth', async () => {
    const [folder, link, aside] = [at('album', 'disc'), at('link'), at('aside')];
    const secrets = join(root, 'secrets');
    mkdirSync(secrets);
    writeFileSync(join(secrets, 'song'), 'secret');
    await dressAs(join(folder, 'song'), join(secrets, 'song'));
    const imported = importedNow(join(folder, 'song'));
    symlinkSync(secrets, link);
    const swapper = new Worker(swapping, { eval: true, workerData: [folder, link, aside] });
    await once(swapper, 'message');
    const textNow = async () => {
      const { handle } = await openImported(imported);
      return handle.readFile('utf8').finally(() => handle.close());
    };
    const read: string[] = [];
    for (let round = 0; round < 5; round++)
      read.push(...(await Promise.all(Array.from({ length: 200 }, () => textNow().catch(() => 'refused')))));
    await swapper.terminate();
    expect(read).not.toContain('secret');
    expect(read).toContain('a song');
    expect(read).toContain('refused');
  });
});
