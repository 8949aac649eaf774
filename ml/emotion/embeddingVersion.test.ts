import { expect, it } from 'vitest';
import { embeddingVersion } from './embeddingVersion';

it('an embedding outlives another way of drawing its model’s curve', () => {
  expect(['emotion-3', 'emotion-3.2', 'emotion-3.10', 'emotion-12'].map(embeddingVersion)).toEqual([
    ...['emotion-3', 'emotion-3', 'emotion-3', 'emotion-12'],
  ]);
});
