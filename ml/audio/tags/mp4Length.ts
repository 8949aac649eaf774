import { asciiAt, viewOf } from '../decode/bytes';
import type { RandomAccess } from '../pcm';

const mostBoxes = 10_000;

/**
 * The length in seconds that an MP4 or QuickTime file announces in its movie header (ISO/IEC 14496-12, 8.2.2), also where
 * its sound is cut off; undefined where it has none.
 */
export async function mp4Length(file: RandomAccess): Promise<number | undefined> {
  const movie = await findBox(file, 'moov', [0, file.size]);
  const header = movie && (await findBox(file, 'mvhd', movie));
  if (!header) return undefined;
  const bytes = await file.read(header[0], 32);
  if (bytes.length < 32) return undefined;
  const view = viewOf(bytes);
  const isLong = bytes[0] === 1;
  const scale = view.getUint32(isLong ? 20 : 12);
  const length = isLong ? Number(view.getBigUint64(24)) : view.getUint32(16);
  const isUnknown = !isLong && length === 0xffffffff;
  return scale > 0 && length > 0 && !isUnknown ? length / scale : undefined;
}

/** The bytes [start, end) of the first box of a type among those that lie in a stretch of the file. */
async function findBox(
  file: RandomAccess,
  type: string,
  [start, end]: [number, number],
): Promise<[number, number] | undefined> {
  let at = start;
  for (let count = 0; count < mostBoxes && at + 8 <= end; count++) {
    const head = await file.read(at, 16);
    if (head.length < 16) return undefined;
    const short = viewOf(head).getUint32(0);
    const [size, headerBytes] =
      short === 1 ? [Number(viewOf(head).getBigUint64(8)), 16] : [short || Infinity, 8];
    if (size < headerBytes) return undefined;
    if (asciiAt(head, 4, 4) === type) return [at + headerBytes, Math.min(end, at + size)];
    at += size;
  }
  return undefined;
}
