import type { CDPSession, Locator, Page } from '@playwright/test';

/** A place in a box, from its top left corner in shares of its size. */
export interface Share {
  x: number;
  y: number;
}

export type Hand = 'mouse' | 'pen' | 'touch';

/** Draws over a box with a mouse, a pen or a finger, as the browser hears them from the machine. */
export async function stroke(
  page: Page,
  { box, hand }: { box: Locator; hand: Hand },
  places: readonly Share[],
) {
  await box.scrollIntoViewIfNeeded();
  const size = await box.boundingBox();
  if (!size) throw new Error('the drawing is not on the page');
  const points = places.map(({ x, y }) => ({ x: size.x + x * size.width, y: size.y + y * size.height }));
  const browser = await page.context().newCDPSession(page);
  if (hand === 'touch') await touch(browser, points);
  else await press(browser, { points, pointerType: hand });
  await browser.detach();
}

async function touch(browser: CDPSession, points: readonly Share[]): Promise<void> {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Share[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [points[0]]);
  for (const point of points.slice(1)) await send('touchMove', [point]);
  await send('touchEnd', []);
}

async function press(
  browser: CDPSession,
  { points, pointerType }: { points: readonly Share[]; pointerType: 'mouse' | 'pen' },
): Promise<void> {
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', point: Share) =>
    browser.send('Input.dispatchMouseEvent', {
      ...{ type, ...point, pointerType, button: 'left', clickCount: 1 },
      buttons: type === 'mouseReleased' ? 0 : 1,
    });
  await send('mousePressed', points[0]);
  for (const point of points.slice(1)) await send('mouseMoved', point);
  await send('mouseReleased', points[points.length - 1]);
}
