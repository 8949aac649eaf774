import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newestModel } from '../../base/newestModel';
import { listModels, modelCard } from './modelCards';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-cards-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
write(
  'emotion-2.md',
  '# Model card: emotion-2\n\nThe *best* of `all`, and\nsmall. More words.\n\n## Tables\n',
);
write('emotion-2.onnx', 'twelve bytes');
write('emotion-10.md', '# Ten\n\nNewer: not yet trained.');
write('bridge-1.md', '# Bridge\n');
write('README.md', '# No model');
write('emotion-2.json', '{}');

describe('listModels', () => {
  it('tells every card by kind, newest first, with what it begins by and whether there is a graph', async () => {
    expect(await listModels(folder)).toEqual([
      { name: 'bridge-1', about: '', bytes: null },
      { name: 'emotion-10', about: 'Newer: not yet trained.', bytes: null },
      { name: 'emotion-2', about: 'The best of all, and small.', bytes: 12 },
    ]);
  });
});

describe('modelCard', () => {
  it('is the Markdown as it was written', async () => {
    expect(await modelCard(folder, 'emotion-2')).toMatchObject({
      name: 'emotion-2',
      markdown: expect.stringContaining('## Tables') as string,
      worth: { scores: [], instead: 'emotion-2.json tells no score that is known here; it holds nothing.' },
    });
  });

  it('is refused for any other file', async () => {
    for (const name of ['emotion-3', 'README', '../emotion-2', 'emotion-2.md', ''])
      await expect(modelCard(folder, name)).rejects.toThrow(`invalid model: ${name}`);
  });
});

describe('newestModel', () => {
  it('counts, and looks at the ending', () => {
    expect(newestModel(folder, 'emotion', '.md')).toBe('emotion-10');
    expect(newestModel(folder, 'emotion', '.onnx')).toBe('emotion-2');
    expect(newestModel(folder, 'triplet', '.onnx')).toBeNull();
  });
});
