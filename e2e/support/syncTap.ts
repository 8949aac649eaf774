import type { Page } from '@playwright/test';
import { rateHz } from '@/ml/timeCode/frameRate';
import type { Flashes } from './flashFilm';

/** What was seen and heard, in milliseconds of performance.now(). */
export interface Tapped {
  /**
   * When flashes began on the screen, how long, and for how many frames, the film had gone on unhindered by then, and
   * whether the page told how the music stood: it does so once that is there.
   */
  flashes: { at: number; undisturbedMilliseconds: number; undisturbedFrames: number; isTold: boolean }[];
  /** When clicks left the output, its delay counted in. */
  clicks: number[];
  /** How often the film was begun, sought or kept waiting. */
  disturbances: number;
  /** How many frames were shown. */
  frames: number;
}

interface TappedWindow extends Window {
  tapped?: Tapped;
}

/**
 * Taps what a page sends to its sound output, to be called before it is opened. The page needs leave for a worklet out of
 * memory, which the pages of the house do not have: the test does without their policy.
 */
export async function tapSound(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tapped: Tapped = { flashes: [], clicks: [], disturbances: 0, frames: 0 };
    (window as TappedWindow).tapped = tapped;
    const connect = Object.getOwnPropertyDescriptor(AudioNode.prototype, 'connect')?.value as (
      this: AudioNode,
      target: AudioNode,
    ) => AudioNode;
    const worklet = `registerProcessor('clicks', class extends AudioWorkletProcessor {
      quiet = sampleRate;
      process([[samples]]) {
        for (let at = 0; at < 128; at++) {
          const isLoud = samples !== undefined && Math.abs(samples[at]) > 0.1;
          if (isLoud && this.quiet > sampleRate / 10) this.port.postMessage((currentFrame + at) / sampleRate);
          this.quiet = isLoud ? 0 : this.quiet + 1;
        }
        return true;
      }
    });`;
    const listen = async (source: AudioNode, context: AudioContext) => {
      await context.audioWorklet.addModule(
        URL.createObjectURL(new Blob([worklet], { type: 'text/javascript' })),
      );
      const tap = new AudioWorkletNode(context, 'clicks');
      connect.call(source, tap);
      connect.call(tap, context.destination);
      tap.port.onmessage = ({ data }: MessageEvent<number>) => {
        const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
        tapped.clicks.push(performanceTime + 1000 * (data - contextTime));
      };
    };
    AudioNode.prototype.connect = function (this: AudioNode, target: AudioNode) {
      if (target instanceof AudioDestinationNode && target.context instanceof AudioContext)
        void listen(this, target.context);
      return connect.call(this, target);
    } as typeof AudioNode.prototype.connect;
  });
}

/**
 * Watches the film's picture from now on. A flash is known by the first of its white frames that the machine shows; that
 * frame's place in the film tells when the flash began.
 */
export async function tapPicture(page: Page, { rate, periodFrames }: Flashes): Promise<void> {
  const seen = { framesPerSecond: rateHz(rate), periodFrames };
  await page.locator('video').evaluate((video: HTMLVideoElement, { framesPerSecond, periodFrames }) => {
    const tapped = (window as TappedWindow).tapped!;
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    let disturbed = 0;
    let undisturbedFrames = 0;
    let wasWhite = false;
    for (const name of ['playing', 'pause', 'seeking', 'seeked', 'waiting'])
      video.addEventListener(name, () => {
        disturbed = performance.now();
        undisturbedFrames = 0;
        tapped.disturbances += 1;
      });
    const watch = () =>
      video.requestVideoFrameCallback((_, { expectedDisplayTime, mediaTime }) => {
        context.drawImage(video, 0, 0, 1, 1);
        const isWhite = context.getImageData(0, 0, 1, 1).data[0] > 128;
        const place = (Math.round(mediaTime * framesPerSecond) % periodFrames) - (periodFrames >> 1);
        const at = expectedDisplayTime - (1000 * place) / framesPerSecond;
        const isTold = document.querySelector('[data-behind-milliseconds]') !== null;
        if (isWhite && !wasWhite && !video.paused)
          tapped.flashes.push({ at, undisturbedMilliseconds: at - disturbed, undisturbedFrames, isTold });
        wasWhite = isWhite;
        undisturbedFrames += 1;
        tapped.frames += 1;
        watch();
      });
    watch();
  }, seen);
}

export const tapped = (page: Page): Promise<Tapped> => page.evaluate(() => (window as TappedWindow).tapped!);

/** How far the click that is nearest to each time is behind it, in milliseconds; Infinity where there is none. */
export function clickDelays(times: readonly number[], clicks: readonly number[]): number[] {
  return times.map((time) =>
    clicks.map((click) => click - time).reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a), Infinity),
  );
}
