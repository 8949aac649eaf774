import { type RandomAccess } from '../pcm';

const pieceBytes = 1 << 20;

/** Bytes [start, end) of a file in order, read in pieces of 1 MiB. */
export async function* fileBytes(file: RandomAccess, start = 0, end = file.size): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end;) {
    const piece = await file.read(at, Math.min(pieceBytes, end - at));
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
}
