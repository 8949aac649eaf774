import { describe, expect, it } from 'vitest';
import { encodingMaps, fullModel, meansOf, type EncodingResult } from './encodingMaps';

const tested = { observed: [0.2, 0.1], p: null, pFamily: null, q: null, threshold: null };
const model = (spaces: string[]) => ({
  spaces,
  r: [
    [0.1, null],
    [0.3, 0.1],
  ],
  r2: [
    [0.01, null],
    [0.09, 0.01],
  ],
  alphas: [],
  groups: { all: tested },
});
const result = {
  kind: 'encoding',
  spec: { kind: 'encoding', plan: { score: 'r' } },
  report: {
    models: [model(['envelope']), model(['envelope', 'VGGish']), model(['VGGish'])],
    contributions: [{ spaces: ['envelope'], kind: 'unique', table: [], groups: { all: tested } }],
    contrasts: [{ plus: 'envelope', minus: 'VGGish', table: [], groups: { all: tested } }],
    moods: [{ plus: 'happy', minus: 'sad', tested }],
    ceiling: tested,
  },
} as unknown as EncodingResult;

describe('encodingMaps', () => {
  it('begins with the full model, and has every map under an id of its own', () => {
    const maps = encodingMaps(result);
    expect(maps.map(({ name }) => name)).toEqual([
      'All: envelope, VGGish',
      'envelope alone',
      'VGGish alone',
      'Unique to envelope',
      'envelope minus VGGish',
      'happy minus sad pieces',
      'Approximate ceiling',
    ]);
    expect(new Set(maps.map(({ id }) => id)).size).toBe(maps.length);
    expect(maps[0].table).toBe(fullModel(result.report).r);
  });
});

describe('meansOf', () => {
  it('leaves out whom there is nothing of', () => {
    expect(meansOf(result.report.models[0].r, 2)).toEqual([0.2, 0.1]);
    expect(meansOf([[null]], 1)).toEqual([null]);
  });
});
