import type { Page } from '@playwright/test';

/** A frame as a browser encoded it, in VP8. */
export interface EncodedFrame {
  type: 'key' | 'delta';
  base64: string;
}

export const framePixels = { width: 160, height: 90 };

/** Frames of one colour each, of which the first stands by itself; the page must be one that is secure. */
export function colourFrames(page: Page, colours: readonly string[]): Promise<EncodedFrame[]> {
  return page.evaluate(encodeColours, { ...framePixels, colours });
}

/** In the browser. */
async function encodeColours(parts: {
  width: number;
  height: number;
  colours: readonly string[];
}): Promise<EncodedFrame[]> {
  const { width, height, colours } = parts;
  const encoded: EncodedFrame[] = [];
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
