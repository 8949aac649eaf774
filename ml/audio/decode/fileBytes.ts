import { type ByteRange } from './namedChunks';
import { type RandomAccess } from '../pcm';

/** Bytes read at once; decoders cut them smaller themselves, so that their memory does not grow with this. */
const pieceBytes = 1 << 18;

/** The bytes of these ranges of a file one after the other, read in pieces. */
export async function* fileBytes(
  file: RandomAccess,
  ranges: ByteRange[] = [{ start: 0, end: file.size }],
): AsyncGenerator<Uint8Array> {
  for (const { start, end } of ranges) {
    for (let at = start; at < end;) {
      const piece = await file.read(at, Math.min(pieceBytes, end - at));
      if (piece.length === 0) break;
      yield piece;
      at += piece.length;
    }
  }
}
