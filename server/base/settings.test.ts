import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings';

describe('readSettings', () => {
  it('takes the origin of PUBLIC_URL, and no path or other protocol', () => {
    expect(readSettings({ PUBLIC_URL: 'https://Music.example:443/' }).publicOrigin).toBe(
      'https://music.example',
    );
    for (const wrong of ['music.example', 'ftp://music.example', 'https://music.example/library'])
      expect(() => readSettings({ PUBLIC_URL: wrong })).toThrow(`invalid PUBLIC_URL: ${wrong}`);
  });

  it('looks for labelled sets in the data directory, unless it is told where', () => {
    expect(readSettings({}).researchData).toBe(resolve('.data', 'research'));
    expect(readSettings({ DATA_DIR: '/kept' }).researchData).toBe(join('/kept', 'research'));
    expect(readSettings({ DATA_DIR: '/kept', RESEARCH_DATA: '/labelled' }).researchData).toBe('/labelled');
  });
});
