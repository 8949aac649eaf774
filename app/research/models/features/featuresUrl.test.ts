import { describe, expect, it } from 'vitest';
import { featuresUrl } from './featuresUrl';

const read = (address: string) => featuresUrl.read(new URLSearchParams(address));

describe('the address of the maps', () => {
  it('says nothing of what is usual, and keeps what is chosen', () => {
    const usual = { colouring: 'valence', method: 'tsne', perplexity: null } as const;
    expect(read('')).toEqual(usual);
    expect(featuresUrl.write(usual).toString()).toBe('');
    const chosen = 'colour=arousal&map=umap&perplexity=50';
    expect(featuresUrl.write(read(chosen)).toString()).toBe(chosen);
  });

  it('takes what is none of the choices as usual', () => {
    expect(read('map=pca&perplexity=31&colour=red')).toEqual(read(''));
    expect(read('perplexity=').perplexity).toBeNull();
  });
});
