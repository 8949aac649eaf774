import type { Page } from '@playwright/test';
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import type { FrameRate } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';

/** A film whose picture flashes, and music that clicks, as often. */
export interface Flashes {
  rate: FrameRate;
  /** From one flash to the next; each begins in the middle of its period. */
  periodFrames: number;
  periods: number;
}

interface Encoded {
  type: 'key' | 'delta';
  base64: string;
}

/** How long the picture stays white, so that a slow machine shows one of its frames at least. */
export const flashFrames = 4;
const sizePixels = { width: 160, height: 90 };
const soundRateHz = 48_000;
/** 20 ms of silence in Opus (RFC 6716): a frame without any energy. */
const silentPacket = new Uint8Array([0xfc, 0xff, 0xfe]);
const silentSeconds = 0.02;

/** When a flash begins, in seconds of the film. */
const flashSeconds = ({ rate, periodFrames }: Flashes, period: number): number =>
  secondsOf(period * periodFrames + (periodFrames >> 1), rate);

/**
 * A WebM file of black frames with some white ones a period, and silence as its sound. One period is encoded by the
 * browser, which must show a page that is secure; the others repeat it.
 */
export async function flashFilm(page: Page, flashes: Flashes): Promise<Buffer> {
  const { rate, periodFrames, periods } = flashes;
  const encoded = await page.evaluate(encodePeriod, { ...sizePixels, periodFrames, flashFrames });
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const picture = new EncodedVideoPacketSource('vp8');
  const sound = new EncodedAudioPacketSource('opus');
  output.addVideoTrack(picture);
  output.addAudioTrack(sound);
  await output.start();
  const frames = periods * periodFrames;
  const silences = Math.ceil(secondsOf(frames, rate) / silentSeconds);
  for (let frame = 0; frame < frames; frame++) {
    const { type, base64 } = encoded[frame % periodFrames];
    const at = secondsOf(frame, rate);
    const packet = new EncodedPacket(Buffer.from(base64, 'base64'), type, at, secondsOf(1, rate));
    await picture.add(packet, {
      decoderConfig: { codec: 'vp8', codedWidth: sizePixels.width, codedHeight: sizePixels.height },
    });
  }
  for (let index = 0; index < silences; index++) {
    const packet = new EncodedPacket(silentPacket, 'key', index * silentSeconds, silentSeconds);
    await sound.add(packet, {
      decoderConfig: { codec: 'opus', numberOfChannels: 2, sampleRate: soundRateHz },
    });
  }
  await output.finalize();
  return Buffer.from(output.target.buffer!);
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

/** In the browser: the frames of one period, which begins with a key frame. */
async function encodePeriod(parts: {
  width: number;
  height: number;
  periodFrames: number;
  flashFrames: number;
}): Promise<Encoded[]> {
  const { width, height, periodFrames, flashFrames } = parts;
  const encoded: Encoded[] = [];
  const faults: Error[] = [];
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      encoded.push({ type: chunk.type, base64: btoa(String.fromCharCode(...bytes)) });
    },
    error: (fault) => faults.push(fault),
  });
  encoder.configure({ codec: 'vp8', width, height, bitrate: 200_000 });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  for (let frame = 0; frame < periodFrames; frame++) {
    const isWhite = frame >= periodFrames >> 1 && frame < (periodFrames >> 1) + flashFrames;
    context.fillStyle = isWhite ? 'white' : 'black';
    context.fillRect(0, 0, width, height);
    const picture = new VideoFrame(canvas, { timestamp: frame * 40_000 });
    encoder.encode(picture, { keyFrame: frame === 0 });
    picture.close();
  }
  await encoder.flush();
  if (faults.length > 0) throw faults[0];
  return encoded;
}
