import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestFolder } from '../../../recordings/testing/files.testing';
import { loadQueryModel } from '../../query/queryModel';
import { writeSmallModel } from '../../testing/smallModel.testing';
import { readTrained } from './readTrained';

const folder = new TestFolder();
const place = join(folder.path, '7');
beforeAll(() => mkdirSync(place));
afterAll(() => folder.remove());

describe('a trained model whose files are damaged', () => {
  it('was a fault of ours where its record is no JSON', async () => {
    writeFileSync(join(place, 'model.json'), 'no JSON');
    await expect(readTrained(place)).rejects.toThrow(
      /^invalid model: model\.json \(its content: .*train it again\)$/,
    );
  });

  it('told where the server keeps its files', async () => {
    await expect(readTrained(join(folder.path, '8'))).rejects.toThrow(
      'invalid model: model.json (it does not exist; train it again)',
    );
    await expect(loadQueryModel(place, 'valence')).rejects.toThrow(
      /^invalid model: 7\/model\.json \(its content/,
    );
    writeSmallModel(place);
    writeFileSync(join(place, 'joint', 'eeg.onnx'), 'no graph');
    const refused = await loadQueryModel(place, 'valence').catch((error: Error) => error.message);
    expect(refused).toMatch(/^invalid model: joint\/eeg\.onnx/);
    expect(refused).not.toContain(folder.path);
  });
});
