import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';

interface MadeFilm {
  container: 'mp4' | 'webm';
  /** When each frame is shown, in seconds, in the order of decoding. */
  times: readonly number[];
  frameSeconds: number;
}

/** A film whose packets nobody can decode, but whose times are as told. */
export async function madeFilm({ container, times, frameSeconds }: MadeFilm): Promise<Blob> {
  const target = new BufferTarget();
  const format = container === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat();
  const output = new Output({ format, target });
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source);
  await output.start();
  const decoderConfig = { codec: 'vp8', codedWidth: 64, codedHeight: 36 };
  for (const [order, time] of times.entries()) {
    const packet = new EncodedPacket(
      new Uint8Array([order & 255]),
      order === 0 ? 'key' : 'delta',
      time,
      frameSeconds,
    );
    await source.add(packet, { decoderConfig });
  }
  await output.finalize();
  if (!target.buffer) throw new Error('the film was not written');
  return new Blob([target.buffer]);
}

/** A file of two tracks, the second with a start time code, and nothing else. */
export function timeCodeFile(
  startFrame: number,
  { dropFrame, wideOffsets = false }: { dropFrame: boolean; wideOffsets?: boolean },
): Blob {
  const head = box('ftyp', ascii('qt  '), number(0), ascii('qt  '));
  const sample = box('mdat', number(startFrame));
  const offset = head.length + 8;
  const offsets = wideOffsets
    ? box('co64', number(0), number(1), number(0), number(offset))
    : box('stco', number(0), number(1), number(offset));
  const description = box(
    'tmcd',
    new Uint8Array(6),
    new Uint8Array([0, 1]),
    number(0),
    number(dropFrame ? 1 : 0),
    number(30_000),
    number(1001),
    new Uint8Array([30, 0]),
  );
  return new Blob([
    head,
    sample,
    box('moov', track('avc1'), track('tmcd', description, offsets)),
  ] as BlobPart[]);
}

function track(
  type: string,
  description = box(type),
  offsets = box('stco', number(0), number(0)),
): Uint8Array {
  const tables = box('stbl', box('stsd', number(0), number(1), description), offsets);
  return box('trak', box('tkhd'), box('mdia', box('mdhd'), box('minf', tables)));
}

function box(type: string, ...parts: Uint8Array[]): Uint8Array {
  const bytes = Buffer.concat(parts);
  return Buffer.concat([number(8 + bytes.length), ascii(type), bytes]);
}

const number = (value: number) => new Uint8Array(new Uint32Array([value]).buffer).reverse();
const ascii = (text: string) => new TextEncoder().encode(text);
