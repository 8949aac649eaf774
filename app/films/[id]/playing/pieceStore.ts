import { pieceAddress, pieceKey, soundRateHz, type Piece } from './pieces';

/** Pieces that are kept decoded: 3.8 MB each. */
const mostKept = 48;
/** Fetched at once: the one that is heard next must not wait for many others. */
const mostAtOnce = 2;

/** How a piece stands: on its way, here, or not to be had, with why in plain words. */
export type PieceState =
  { state: 'coming' } | { state: 'here'; buffer: AudioBuffer } | { state: 'failed'; reason: string };

const coming: PieceState = { state: 'coming' };

/** Pieces of tracks as exact sound, fetched in the order in which they are asked for, the last ones used kept. */
export class PieceStore {
  private readonly kept = new Map<string, PieceState>();
  private readonly running = new Map<string, AbortController>();
  private wanted: Piece[] = [];

  constructor(private readonly onChange: () => void) {}

  /** How a piece stands; nothing is fetched by asking. */
  stateOf(piece: Piece): PieceState {
    const key = pieceKey(piece);
    const known = this.kept.get(key);
    if (!known) return coming;
    // The last used stands last.
    this.kept.delete(key);
    this.kept.set(key, known);
    return known;
  }

  /** From now on these are wanted, the first ones most; what else is on its way is stopped. */
  want(pieces: readonly Piece[]): void {
    this.wanted = [...pieces];
    const keys = new Set(this.wanted.map(pieceKey));
    for (const [key, leaving] of this.running) if (!keys.has(key)) leaving.abort();
    this.fetchNext();
  }

  /** Asks again for what could not be had. */
  retry(): void {
    for (const [key, { state }] of this.kept) if (state === 'failed') this.kept.delete(key);
    this.fetchNext();
  }

  close(): void {
    this.want([]);
    this.kept.clear();
  }

  private fetchNext(): void {
    for (const piece of this.wanted) {
      if (this.running.size >= mostAtOnce) return;
      const key = pieceKey(piece);
      if (!this.running.has(key) && !this.kept.has(key)) void this.fetchPiece(piece, key);
    }
  }

  private async fetchPiece(piece: Piece, key: string): Promise<void> {
    const leaving = new AbortController();
    this.running.set(key, leaving);
    const state = await soundOf(pieceAddress(piece), leaving.signal);
    this.running.delete(key);
    if (!leaving.signal.aborted) this.keep(key, state);
    this.fetchNext();
  }

  private keep(key: string, state: PieceState): void {
    this.kept.set(key, state);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(oldest);
    }
    this.onChange();
  }
}

async function soundOf(address: string, signal: AbortSignal): Promise<PieceState> {
  const received = await bytesOf(address, signal);
  if ('reason' in received) return { state: 'failed', reason: received.reason };
  try {
    return { state: 'here', buffer: await decode(received.bytes) };
  } catch {
    return { state: 'failed', reason: 'The music arrived damaged: go there again to fetch it anew.' };
  }
}

async function bytesOf(
  address: string,
  signal: AbortSignal,
): Promise<{ bytes: ArrayBuffer } | { reason: string }> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? { bytes: await answer.arrayBuffer() } : { reason: await reasonOf(answer) };
  } catch {
    return { reason: 'The music did not arrive: the connection to the server was lost.' };
  }
}

/** Decodes at the rate of the sound itself, whether or not an output is open. */
function decode(bytes: ArrayBuffer): Promise<AudioBuffer> {
  return new OfflineAudioContext(2, 1, soundRateHz).decodeAudioData(bytes);
}

async function reasonOf(answer: Response): Promise<string> {
  const document = (await answer.json().catch(() => ({}))) as { error?: string };
  return document.error ?? `The music cannot be had (the server answered ${answer.status}).`;
}
