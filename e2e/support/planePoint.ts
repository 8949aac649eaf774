import type { Locator, Page } from '@playwright/test';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';

/** The square that pointers press, around the handle of the chosen point. */
export const planeSurface = (page: Page): Locator =>
  page.getByRole('slider', { name: 'Chosen point of the plane' }).locator('..');

/** Presses the plane at a point. */
export async function pressPlane(page: Page, { valence, arousal }: EmotionPoint): Promise<void> {
  const surface = planeSurface(page);
  const box = await surface.boundingBox();
  if (!box) throw new Error('the plane is not on the page');
  await surface.click({
    position: { x: ((valence + 1) / 2) * box.width, y: ((1 - arousal) / 2) * box.height },
  });
}

/** The chosen point in the page's address; NaN where there is none. */
export function pointInAddress(page: Page): EmotionPoint {
  const parameters = new URL(page.url()).searchParams;
  return { valence: Number(parameters.get('v') ?? NaN), arousal: Number(parameters.get('a') ?? NaN) };
}
