import type { Layout, LayoutMethod } from '@/ml/projection/layoutChoice';

export const layoutNames: Record<LayoutMethod, string> = { tsne: 't-SNE', umap: 'UMAP' };

/** How maps were laid out: "t-SNE at perplexity 30: in effect, 30 neighbours of each track count". */
export const layoutWords = (layout: Layout): string =>
  layout.method === 'tsne'
    ? `t-SNE at perplexity ${layout.perplexity}: in effect, ${layout.perplexity} neighbours of each track count`
    : 'UMAP over the nearest neighbours of each track';
