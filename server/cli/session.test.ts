import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeTestDirectory } from '@/db/testing/database.testing';
import { noteOfKilled } from '../base/testing/deletionNote.testing';
import { readSettings } from '../base/settings';
import { openSession } from './session';

let dataDirectory: string;
const said: string[] = [];
const open = () =>
  openSession(readSettings({ DATA_DIR: dataDirectory, DATABASE_URL: process.env.DATABASE_URL }));

beforeEach(async () => {
  dataDirectory = await makeTestDirectory();
  said.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => said.push(String(words)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dataDirectory, { recursive: true });
});

describe('a session of the command line', () => {
  it('closes a data directory to other users of the machine', async () => {
    chmodSync(dataDirectory, 0o755);
    await (await open()).close();
    expect(statSync(dataDirectory).mode & 0o777).toBe(0o700);
    expect(said.join()).toContain('now only its owner may enter');
  });

  it('ends deletions that were cut short before anything is brought by the same names', async () => {
    const uploads = join(dataDirectory, 'uploads', 'ab');
    mkdirSync(uploads, { recursive: true });
    writeFileSync(join(uploads, 'gone.mp3'), '');
    await noteOfKilled(dataDirectory, { kind: 'uploads', paths: [join(uploads, 'gone.mp3')] });
    writeFileSync(join(dataDirectory, 'deleting', 'odd.json'), '{}');
    await (await open()).close();
    expect(readdirSync(uploads)).toEqual([]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('a deletion that was cut short cannot be ended (deleting/odd.json)');
  });
});
