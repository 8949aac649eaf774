import type { Page } from '@playwright/test';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import type { FrameRate } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { colourFrames } from './colourFrames';
import { webmFilm } from './webmFilm';

/** A film whose picture flashes, and music that clicks, as often. */
export interface Flashes {
  rate: FrameRate;
  /** From one flash to the next; each begins in the middle of its period, and lasts until its end. */
  periodFrames: number;
  periods: number;
}

const soundRateHz = 48_000;

/** When a flash begins, in seconds of the film. */
const flashSeconds = ({ rate, periodFrames }: Flashes, period: number): number =>
  secondsOf(period * periodFrames + (periodFrames >> 1), rate);

/**
 * A WebM file that is black for half of each period, then white, with silence as its sound. One period is encoded by the
 * browser, which must show a page that is secure; the others repeat it.
 */
export async function flashFilm(page: Page, { rate, periodFrames, periods }: Flashes): Promise<Buffer> {
  const colours = Array.from({ length: periodFrames }, (_, frame) =>
    frame < periodFrames >> 1 ? 'black' : 'white',
  );
  const period = await colourFrames(page, colours);
  const frames = Array.from({ length: periods }, () => period).flat();
  return webmFilm({ rate, frames, hasSound: true });
}

/** A WAV file of silence that clicks exactly when the film flashes. */
export function clickTrack(flashes: Flashes): Buffer {
  const { rate, periodFrames, periods } = flashes;
  const samples = new Float32Array(Math.ceil(secondsOf(periods * periodFrames, rate) * soundRateHz));
  for (let period = 0; period < periods; period++) {
    const at = Math.round(flashSeconds(flashes, period) * soundRateHz);
    for (let index = 0; index < 48; index++) samples[at + index] = index % 2 === 0 ? 0.8 : -0.8;
  }
  const header = wavHeader({ sampleRateHz: soundRateHz, channels: 1, frames: samples.length });
  return Buffer.concat([header, encodePcm16({ channels: [samples], sampleRateHz: soundRateHz })]);
}
