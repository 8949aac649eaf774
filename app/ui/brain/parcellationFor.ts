import type { BrainValue } from '@/ml/brain/brainValue';
import type { SurfaceSet } from '@/server/research/meshes/surfaceSet';

/** The parcellation whose names most of the regions bear, the coarsest of those; null where none bears one. */
export function parcellationFor(
  { labels }: Pick<SurfaceSet, 'labels'>,
  values: readonly BrainValue[],
): string | null {
  const wanted = new Set(values.map(({ target }) => target.name));
  const counts = new Map<string, { known: number; all: number }>();
  for (const { parcellation, names } of labels) {
    const { known, all } = counts.get(parcellation) ?? { known: 0, all: 0 };
    const found = names.filter((name) => wanted.has(name)).length;
    counts.set(parcellation, { known: known + found, all: all + names.length });
  }
  const [best] = [...counts].sort(([, a], [, b]) => b.known - a.known || a.all - b.all);
  return best && best[1].known > 0 ? best[0] : null;
}
