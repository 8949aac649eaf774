/** How features can be laid out; the first where nothing else is asked. */
export const layoutMethods = ['tsne', 'umap'] as const;
export type LayoutMethod = (typeof layoutMethods)[number];

/** Perplexities that can be asked of t-SNE: how many neighbours count, in effect. */
export const perplexities = [5, 15, 30, 50] as const;
type Perplexity = (typeof perplexities)[number];
const usualPerplexity = 30;

export interface LayoutWish {
  method: LayoutMethod;
  /** Of t-SNE; null for the one that suits the number of tracks. */
  perplexity: Perplexity | null;
}

/** A method with all that it takes. */
export type Layout = { method: 'tsne'; perplexity: number } | { method: 'umap' };

/** The largest perplexity that so many tracks allow, beyond which far ones count as near: a third of the others. */
export const mostPerplexity = (count: number): number => Math.max(2, Math.floor((count - 1) / 3));

/** The perplexity that suits so many tracks: 30, less where there are few of them. */
export const perplexityThatSuits = (count: number): number =>
  Math.min(usualPerplexity, mostPerplexity(count));

/** How so many tracks, five at least, are laid out. A perplexity beyond what they allow becomes the largest allowed. */
export function layoutFor(count: number, { method, perplexity }: LayoutWish): Layout {
  if (method === 'umap') return { method };
  return { method, perplexity: Math.min(perplexity ?? perplexityThatSuits(count), mostPerplexity(count)) };
}
