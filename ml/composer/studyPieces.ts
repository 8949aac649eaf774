import type { DemoPiece } from './demoPieces';

/** A piece for listeners of a study: movements one after the other, each overlapping the next by `overlapSeconds`. */
export interface StudyPiece {
  name: string;
  mood: string;
  durationSeconds: number;
  movements: DemoPiece[];
}

/** The last second of a movement is its sound dying away: the next begins over it. */
export const overlapSeconds = 1;

/** Where a movement's emotion goes: valence and arousal at its beginning, its middle and its end. */
type Path = readonly (readonly [valence: number, arousal: number])[];

interface Named {
  name: string;
  mood: string;
  durationSeconds: number;
  firstSeed: number;
}

function studyPiece({ name, mood, durationSeconds, firstSeed }: Named, paths: readonly Path[]): StudyPiece {
  const length = (durationSeconds + (paths.length - 1) * overlapSeconds) / paths.length;
  const movements = paths.map((path, place): DemoPiece => {
    const title = `${name}, movement ${place + 1}`;
    return {
      slug: `study-${name.replaceAll(' ', '-')}-${place + 1}`,
      title: title.charAt(0).toUpperCase() + title.slice(1),
      durationSeconds: length,
      seed: firstSeed + place,
      keyPoints: path.map(([valence, arousal], point) => ({
        t: (point / (path.length - 1)) * length,
        valence,
        arousal,
      })),
      moving: true,
    };
  });
  return { name, mood, durationSeconds, movements };
}

/**
 * Three pieces as long, and of the moods, of those that 37 people heard in Sachs et al. 2020 (one happy, two sad; 168, 256
 * and 515 s). Within its mood each movement moves, so that there is something to follow.
 */
export const studyPieces: readonly StudyPiece[] = [
  studyPiece({ name: 'happy', mood: 'happy', durationSeconds: 168, firstSeed: 101 }, [
    [
      [0.4, 0],
      [0.7, 0.45],
      [0.8, 0.7],
    ],
    [
      [0.75, 0.1],
      [0.6, -0.15],
      [0.75, 0.5],
    ],
    [
      [0.6, 0.6],
      [0.8, 0.8],
      [0.85, 0.35],
    ],
  ]),
  studyPiece({ name: 'sad short', mood: 'sad', durationSeconds: 256, firstSeed: 111 }, [
    [
      [-0.4, -0.7],
      [-0.55, -0.4],
      [-0.5, -0.6],
    ],
    [
      [-0.6, -0.3],
      [-0.75, 0],
      [-0.6, -0.5],
    ],
    [
      [-0.3, -0.6],
      [-0.2, -0.3],
      [-0.5, -0.7],
    ],
    [
      [-0.7, -0.1],
      [-0.8, 0.2],
      [-0.7, -0.4],
    ],
    [
      [-0.5, -0.5],
      [-0.4, -0.75],
      [-0.35, -0.8],
    ],
  ]),
  studyPiece({ name: 'sad long', mood: 'sad', durationSeconds: 515, firstSeed: 121 }, [
    [
      [-0.3, -0.8],
      [-0.5, -0.65],
      [-0.6, -0.5],
    ],
    [
      [-0.55, -0.4],
      [-0.7, -0.2],
      [-0.65, -0.45],
    ],
    [
      [-0.75, -0.3],
      [-0.8, 0.1],
      [-0.8, 0.3],
    ],
    [
      [-0.6, 0.1],
      [-0.5, -0.3],
      [-0.45, -0.6],
    ],
    [
      [-0.2, -0.5],
      [-0.05, -0.25],
      [-0.25, -0.5],
    ],
    [
      [-0.4, -0.7],
      [-0.65, -0.55],
      [-0.75, -0.25],
    ],
    [
      [-0.8, -0.1],
      [-0.85, 0.25],
      [-0.7, 0],
    ],
    [
      [-0.5, -0.45],
      [-0.6, -0.7],
      [-0.7, -0.8],
    ],
    [
      [-0.35, -0.4],
      [-0.3, -0.1],
      [-0.45, -0.4],
    ],
    [
      [-0.6, -0.6],
      [-0.5, -0.75],
      [-0.4, -0.85],
    ],
  ]),
];
