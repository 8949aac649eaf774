import type { Page } from '@playwright/test';
import type { KeyPoint } from '@/ml/affect/keyPoint';

/** The key points in the page's address (`k=t_valence_arousal*…`), t from 0 to 1 of the whole. */
export function drawnPoints(page: Page): KeyPoint[] {
  const text = new URL(page.url()).searchParams.get('k');
  if (!text) return [];
  return text.split('*').map((entry) => {
    const [t, valence, arousal] = entry.split('_').map(Number);
    return { t, valence, arousal };
  });
}

/** The address of a drawing. */
export const drawAddress = (points: readonly KeyPoint[], further = ''): string =>
  `/draw?k=${points.map(({ t, valence, arousal }) => [t, valence, arousal].join('_')).join('*')}${further}`;
