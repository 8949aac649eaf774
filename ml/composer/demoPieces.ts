import type { KeyPoint } from '../affect/keyPoint';

/** A piece to be composed: what it is called and which emotion it is meant to express when. */
export interface DemoPiece {
  slug: string;
  title: string;
  /** 30 to 60. */
  durationSeconds: number;
  seed: number;
  /** The intended emotion at moments from 0 to the duration; t in seconds, valence and arousal in [-1, 1]. */
  keyPoints: KeyPoint[];
  /** Whether the emotion moves within the piece. */
  moving: boolean;
}

interface Named {
  title: string;
  durationSeconds: number;
  seed: number;
}

const slugOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/g, '-');

function steady(named: Named, valence: number, arousal: number): DemoPiece {
  return { slug: slugOf(named.title), ...named, keyPoints: [{ t: 0, valence, arousal }], moving: false };
}

/** Key points as [share of the duration, valence, arousal]. */
function moving(named: Named, path: readonly (readonly [number, number, number])[]): DemoPiece {
  const keyPoints = path.map(([share, valence, arousal]) => ({
    t: share * named.durationSeconds,
    valence,
    arousal,
  }));
  return { slug: slugOf(named.title), ...named, keyPoints, moving: true };
}

const piece = (title: string, durationSeconds: number, seed: number): Named => ({
  title,
  durationSeconds,
  seed,
});

/** Spread over the plane: six in each quadrant but for the middle and the axes, out to the corners. */
const steadyPieces: readonly DemoPiece[] = [
  steady(piece('Market of Kites', 36, 1), 0.8, 0.8),
  steady(piece('First Light', 40, 2), 0.8, 0.3),
  steady(piece('Running Home', 34, 3), 0.35, 0.8),
  steady(piece('Paper Boats', 40, 4), 0.42, 0.4),
  steady(piece('Carousel', 38, 5), 0.6, 0.58),
  steady(piece('Sun on the Stairs', 42, 6), 0.85, 0.02),
  steady(piece('Orchard Evening', 52, 7), 0.8, -0.35),
  steady(piece('Lullaby for a House', 54, 8), 0.78, -0.8),
  steady(piece('Moss Garden', 50, 9), 0.4, -0.42),
  steady(piece('Snow Without Wind', 56, 10), 0.35, -0.8),
  steady(piece('Letter from the Coast', 46, 11), 0.58, -0.12),
  steady(piece('Slow Harbour', 56, 12), 0.06, -0.62),
  steady(piece('Empty Chairs', 54, 13), -0.35, -0.8),
  steady(piece('Rain on Slate', 48, 14), -0.4, -0.4),
  steady(piece('The Long Corridor', 52, 15), -0.8, -0.35),
  steady(piece('Winter Bell', 58, 16), -0.78, -0.8),
  steady(piece('What the Tide Kept', 50, 17), -0.1, -0.6),
  steady(piece('Grey Thread', 44, 18), -0.62, -0.08),
  steady(piece('Footsteps Behind', 38, 19), -0.42, 0.4),
  steady(piece('Black Sails', 36, 20), -0.8, 0.78),
  steady(piece('The Iron Stair', 40, 21), -0.82, 0.35),
  steady(piece('Night Chase', 34, 22), -0.35, 0.82),
  steady(piece('Loose Change', 38, 23), -0.08, 0.6),
  steady(piece('Halfway', 42, 24), 0, 0),
];

/** Each with a shape of its own in valence and in arousal. */
const movingPieces: readonly DemoPiece[] = [
  moving(piece('Sunrise Road', 52, 25), [
    [0, -0.55, -0.75],
    [0.5, 0.05, -0.05],
    [1, 0.75, 0.75],
  ]),
  moving(piece('The Fire Burns Down', 52, 26), [
    [0, 0.7, 0.75],
    [0.45, 0.15, 0.1],
    [1, -0.65, -0.75],
  ]),
  moving(piece('Storm and Calm', 56, 27), [
    [0, 0.1, -0.3],
    [0.3, -0.75, 0.85],
    [0.5, -0.7, 0.75],
    [0.75, 0.45, -0.55],
    [1, 0.65, -0.7],
  ]),
  moving(piece('Turning the Key', 48, 28), [
    [0, -0.7, 0.55],
    [0.35, -0.65, 0.35],
    [0.5, 0, -0.5],
    [0.65, 0.65, 0.35],
    [1, 0.75, 0.6],
  ]),
  moving(piece('One Bright Hour', 54, 29), [
    [0, -0.45, -0.65],
    [0.5, 0.8, 0.8],
    [1, -0.5, -0.6],
  ]),
  moving(piece('Through the Narrows', 50, 30), [
    [0, 0.7, -0.5],
    [0.5, -0.8, 0.7],
    [1, 0.7, -0.45],
  ]),
  moving(piece('Two Waves', 56, 31), [
    [0, -0.2, -0.65],
    [0.25, 0.75, 0.65],
    [0.5, -0.3, -0.6],
    [0.75, 0.75, 0.7],
    [1, -0.1, -0.65],
  ]),
  moving(piece('The Year Turns', 60, 32), [
    [0, 0.7, 0],
    [0.25, 0, 0.75],
    [0.5, -0.7, 0],
    [0.75, 0, -0.75],
    [1, 0.65, -0.05],
  ]),
  moving(piece('Against the Clock', 58, 33), [
    [0, -0.7, -0.05],
    [0.25, 0, 0.75],
    [0.5, 0.7, 0.05],
    [0.75, 0.05, -0.75],
    [1, -0.65, -0.1],
  ]),
  moving(piece('Late Bloom', 54, 34), [
    [0, -0.55, -0.6],
    [0.62, -0.45, -0.5],
    [0.8, 0.75, 0.7],
    [1, 0.8, 0.75],
  ]),
  moving(piece('The Door Slams', 50, 35), [
    [0, 0.7, -0.45],
    [0.3, 0.6, -0.4],
    [0.42, -0.8, 0.85],
    [0.65, -0.75, 0.5],
    [1, -0.5, -0.65],
  ]),
  moving(piece('Slow Thaw', 56, 36), [
    [0, -0.75, 0.7],
    [0.5, 0, 0.05],
    [1, 0.75, -0.7],
  ]),
];

/** The music that comes with the program: 24 steady pieces over the whole plane and 12 whose emotion moves. */
export const demoPieces: readonly DemoPiece[] = [...steadyPieces, ...movingPieces];
