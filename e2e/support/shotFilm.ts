import type { Page } from '@playwright/test';
import type { FrameRate } from '@/ml/timeCode/frameRate';
import { colourFrames } from './colourFrames';
import { webmFilm } from './webmFilm';

/** A film of shots in one colour each. */
interface ShotFilm {
  rate: FrameRate;
  shots: readonly { colour: string; frames: number }[];
}

/** A WebM file without sound, whose frames are encoded by the browser, which must show a page that is secure. */
export async function shotFilm(page: Page, { rate, shots }: ShotFilm): Promise<Buffer> {
  const colours = shots.flatMap(({ colour, frames }) => Array.from({ length: frames }, () => colour));
  return webmFilm({ rate, frames: await colourFrames(page, colours), hasSound: false });
}
