import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePrivate } from './privateFolder';

describe('makePrivate', () => {
  let folder = '';
  let said: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'circumplex-private-'));
    said = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const modeAfter = (path: string) => {
    makePrivate(path, (words) => said.push(words));
    return statSync(path).mode & 0o777;
  };

  it('makes a folder that only its owner may enter, and is silent about it', () => {
    expect(modeAfter(join(folder, 'a', 'data'))).toBe(0o700);
    expect(modeAfter(folder)).toBe(0o700);
    expect(said).toEqual([]);
  });

  it('narrows a data directory that was open to other users, and says so', () => {
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'lock'));
    expect(modeAfter(folder)).toBe(0o700);
    expect(said).toEqual([
      `${folder} was open to other users of this machine: now only its owner may enter (0700)`,
    ]);
  });

  it('leaves a folder alone that holds other things, and says what to do', () => {
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'Albums'));
    expect(modeAfter(folder)).toBe(0o755);
    expect(said[0]).toContain('give DATA_DIR a folder of its own');
  });
});
