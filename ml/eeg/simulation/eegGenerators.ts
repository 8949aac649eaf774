import type { EmotionPoint } from '../../affect/emotionPoint';

/** A rhythm of the brain that has a place on the head. */
export type Rhythm = 'theta' | 'alpha' | 'beta' | 'gamma';

/** A source of a rhythm, and what the emotion of music does to it. */
export interface EegGenerator {
  name: string;
  rhythm: Rhythm;
  /** The electrode under which it lies. */
  electrode: string;
  /** Standard deviation at that electrode, in nobody's head in particular. */
  microvolts: number;
  /**
   * What a point of the plane adds to the logarithm of its amplitude, for each unit of valence and of arousal, at an
   * effect strength of 1.
   */
  follows: EmotionPoint;
}

/** From the lowest to the highest valence a factor of 4 in amplitude, from the lowest to the highest arousal of 2.25. */
const side = Math.log(4) / 2;
const level = Math.log(2.25) / 2;

/**
 * What is planted: frontal alpha is weaker on the left, which is more active, the more pleasant the music (Davidson 1992;
 * for music Schmidt and Trainor 2001); alpha falls with arousal (in DEAP: Koelstra et al. 2012), beta and gamma rise.
 * Amplitudes are those usual at rest with eyes open. Theta follows nothing.
 */
export const eegGenerators: readonly EegGenerator[] = [
  generator(
    'left frontal alpha',
    { electrode: 'F3', microvolts: 6 },
    { valence: -side, arousal: -level / 2 },
  ),
  generator(
    'right frontal alpha',
    { electrode: 'F4', microvolts: 6 },
    { valence: side, arousal: -level / 2 },
  ),
  generator('left occipital alpha', { electrode: 'O1', microvolts: 9 }, { valence: 0, arousal: -level }),
  generator('right occipital alpha', { electrode: 'O2', microvolts: 9 }, { valence: 0, arousal: -level }),
  generator('frontal midline theta', { electrode: 'Fz', microvolts: 5 }, { valence: 0, arousal: 0 }),
  generator('left frontal beta', { electrode: 'FC5', microvolts: 4 }, { valence: 0, arousal: level }),
  generator('right frontal beta', { electrode: 'FC6', microvolts: 4 }, { valence: 0, arousal: level }),
  generator('left temporal gamma', { electrode: 'T7', microvolts: 2.5 }, { valence: 0, arousal: level }),
  generator('right temporal gamma', { electrode: 'T8', microvolts: 2.5 }, { valence: 0, arousal: level }),
];

function generator(
  name: string,
  place: Pick<EegGenerator, 'electrode' | 'microvolts'>,
  follows: EmotionPoint,
): EegGenerator {
  return { name, rhythm: name.split(' ').at(-1) as Rhythm, ...place, follows };
}
