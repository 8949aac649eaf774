/** The rate of the sound that the server sends, and of the output that plays it. */
export const soundRateHz = 48_000;

/** Tracks are fetched in pieces that begin every 10 s, so that a section that is moved finds most of itself again. */
export const pieceSeconds = 10;

/** A piece runs on into the next one for this long, over which one is faded into the other. */
export const seamSeconds = 0.005;

/** The piece with the number `index` of a track: what lies from `index` times 10 s. */
export interface Piece {
  trackId: number;
  index: number;
  /** How many times slower the track is played: the piece is then of the whole track stretched. 1 where it is missing. */
  stretch?: number;
}

/** Tells a piece from others. */
export const pieceKey = ({ trackId, index, stretch = 1 }: Piece): string => `${trackId}/${index}/${stretch}`;

/** Where the server sends a piece. */
export function pieceAddress({ trackId, index, stretch }: Piece): string {
  const seconds = pieceSeconds + seamSeconds;
  const place = `track=${trackId}&start=${index * pieceSeconds}&seconds=${seconds}`;
  return `/api/films/section.wav?${place}${stretch ? `&stretch=${stretch}` : ''}`;
}
