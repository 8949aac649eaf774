import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutFor, mostPerplexity, perplexities } from './layoutChoice';
import { tsneReach } from './tsneLayout';

describe('layoutFor', () => {
  it('gives a perplexity that the neighbours allow, and the one asked for where it can', () => {
    const counts = fc.integer({ min: 5, max: 10_000 });
    fc.assert(
      fc.property(counts, fc.constantFrom(null, ...perplexities), (count, asked) => {
        const layout = layoutFor(count, { method: 'tsne', perplexity: asked });
        if (layout.method !== 'tsne') throw new Error('t-SNE was asked for');
        expect(layout.perplexity).toBeGreaterThan(1);
        expect(layout.perplexity).toBeLessThan(tsneReach(count, layout.perplexity));
        expect(layout.perplexity).toBe(Math.min(asked ?? 30, mostPerplexity(count)));
      }),
    );
  });

  it('takes eleven of 36 demo pieces, thirty of a library', () => {
    const wish = { method: 'tsne', perplexity: null } as const;
    expect(layoutFor(36, wish)).toEqual({ method: 'tsne', perplexity: 11 });
    expect(layoutFor(3000, wish)).toEqual({ method: 'tsne', perplexity: 30 });
    expect(layoutFor(3000, { method: 'umap', perplexity: 50 })).toEqual({ method: 'umap' });
  });
});
