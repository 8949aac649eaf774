import { asciiAt, viewOf } from '@/ml/audio/decode/bytes';
import type { RandomAccess } from '@/ml/audio/pcm';
import type { SoundFormat } from './soundFormat';

const formatPcm = 1;
const formatExtensible = 0xfffe;
/** More chunks than this before the sound are nobody's. */
const mostChunks = 1000;

/** What a RIFF WAVE file at `start` says of itself; undefined where it has no format, or no sound after it. */
export async function wavFormat(file: RandomAccess, start: number): Promise<SoundFormat | undefined> {
  if (asciiAt(await file.read(start + 8, 4), 0, 4) !== 'WAVE') return undefined;
  let format: SoundFormat | undefined;
  let at = start + 12;
  for (let count = 0; count < mostChunks && at + 8 <= file.size; count++) {
    const header = await file.read(at, 8);
    const name = asciiAt(header, 0, 4);
    const size = viewOf(header).getUint32(4, true);
    if (name === 'data')
      return format && { ...format, flaw: at + 8 + size > file.size ? 'unsure length' : null };
    if (name === 'fmt ') format = readFormat(await file.read(at + 8, Math.min(size, 40)));
    at += 8 + size + (size % 2);
  }
  return undefined;
}

/** Of samples that fill less than the room they take, browsers take none. */
function readFormat(body: Uint8Array): SoundFormat | undefined {
  if (body.length < 16) return undefined;
  const view = viewOf(body);
  const channels = view.getUint16(2, true);
  const bits = view.getUint16(14, true);
  const isExtensible = view.getUint16(0, true) === formatExtensible && body.length >= 40;
  const validBits = (isExtensible && view.getUint16(18, true)) || bits;
  const isPcm = (isExtensible ? view.getUint32(24, true) : view.getUint16(0, true)) === formatPcm;
  const isFilled = validBits === bits && view.getUint16(12, true) * 8 === channels * bits;
  return {
    ...{ container: 'wav', codec: isPcm && isFilled ? 'pcm' : 'other', channels, bits, flaw: null },
    sampleRateHz: view.getUint32(4, true),
  };
}
