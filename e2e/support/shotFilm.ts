import type { Page } from '@playwright/test';
import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Output, WebMOutputFormat } from 'mediabunny';
import type { FrameRate } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';

/** A film of shots in one colour each. */
interface ShotFilm {
  rate: FrameRate;
  shots: readonly { colour: string; frames: number }[];
}

interface Encoded {
  type: 'key' | 'delta';
  base64: string;
}

const sizePixels = { width: 160, height: 90 };

/** A WebM file without sound, whose frames are encoded by the browser, which must show a page that is secure. */
export async function shotFilm(page: Page, { rate, shots }: ShotFilm): Promise<Buffer> {
  const colours = shots.flatMap(({ colour, frames }) => Array.from({ length: frames }, () => colour));
  const encoded = await page.evaluate(encodeColours, { ...sizePixels, colours });
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const picture = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(picture);
  await output.start();
  const { width: codedWidth, height: codedHeight } = sizePixels;
  for (const [frame, { type, base64 }] of encoded.entries()) {
    const bytes = Buffer.from(base64, 'base64');
    const packet = new EncodedPacket(bytes, type, secondsOf(frame, rate), secondsOf(1, rate));
    await picture.add(packet, { decoderConfig: { codec: 'vp8', codedWidth, codedHeight } });
  }
  await output.finalize();
  return Buffer.from(output.target.buffer!);
}

/** In the browser: one frame of each colour, the first one by itself. */
async function encodeColours(parts: {
  width: number;
  height: number;
  colours: string[];
}): Promise<Encoded[]> {
  const { width, height, colours } = parts;
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
  for (const [frame, colour] of colours.entries()) {
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
    const picture = new VideoFrame(canvas, { timestamp: frame * 40_000 });
    encoder.encode(picture, { keyFrame: frame === 0 });
    picture.close();
  }
  await encoder.flush();
  if (faults.length > 0) throw faults[0];
  return encoded;
}
