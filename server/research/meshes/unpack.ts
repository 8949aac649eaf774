import { gunzipSync, inflateSync } from 'node:zlib';
import { plainReason } from '../../base/plainReason';
import { AppError } from '../../base/errors';

/** The most bytes that a file, or a part of one, may hold when unpacked: fsaverage with 163,842 vertices has 12 MB. */
const mostUnpackedBytes = 2 ** 28;

/** The bytes of a file, unpacked where they are gzip. Throws AppError 'unreadable'. */
export function unpacked(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return guarded(name, () => gunzipSync(bytes, { maxOutputLength: mostUnpackedBytes }));
}

/** The bytes of a zlib stream. Throws AppError 'unreadable'. */
export const inflated = (bytes: Uint8Array, name: string): Uint8Array =>
  guarded(name, () => inflateSync(bytes, { maxOutputLength: mostUnpackedBytes }));

function guarded(name: string, unpack: () => Uint8Array): Uint8Array {
  try {
    return unpack();
  } catch (error) {
    const reason = `it cannot be unpacked: ${plainReason(error)}`;
    throw new AppError('unreadable', `invalid file: ${name} (${reason})`, { cause: error });
  }
}
