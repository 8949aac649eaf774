import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings';

describe('readSettings', () => {
  it('looks for labelled sets in the data directory, unless it is told where', () => {
    expect(readSettings({}).researchData).toBe(resolve('.data', 'research'));
    expect(readSettings({ DATA_DIR: '/kept' }).researchData).toBe(join('/kept', 'research'));
    expect(readSettings({ DATA_DIR: '/kept', RESEARCH_DATA: '/labelled' }).researchData).toBe('/labelled');
  });
});
