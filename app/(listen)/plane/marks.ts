import { decodeFloat32, decodeInt32 } from '@/app/ui/arrays';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';

/** Every track of the library as a point: ids, and valence and arousal of each in turn. */
export interface Marks {
  ids: Int32Array;
  emotions: Float32Array;
}

export const noMarks: Marks = { ids: new Int32Array(), emotions: new Float32Array() };

export const decodeMarks = (answer: { idsBase64: string; emotionsBase64: string }): Marks => ({
  ids: decodeInt32(answer.idsBase64),
  emotions: decodeFloat32(answer.emotionsBase64),
});

export const markPoint = ({ emotions }: Marks, index: number): EmotionPoint => ({
  valence: emotions[2 * index],
  arousal: emotions[2 * index + 1],
});

/** The marks of some tracks, and those of all others. */
export function partMarks(marks: Marks, among: ReadonlySet<number>): { within: Marks; without: Marks } {
  const places = Array.from(marks.ids, (_, index) => index);
  const those = (isWanted: boolean): Marks => {
    const wanted = places.filter((index) => among.has(marks.ids[index]) === isWanted);
    return {
      ids: Int32Array.from(wanted, (index) => marks.ids[index]),
      emotions: Float32Array.from(wanted.flatMap((i) => [marks.emotions[2 * i], marks.emotions[2 * i + 1]])),
    };
  };
  return { within: those(true), without: those(false) };
}

/**
 * The index of the mark nearest to a point, or -1 where none lies within `reach`. Every mark is looked at:
 * a hundred thousand take about a tenth of a millisecond, less than keeping a tree would cost.
 */
export function nearestMark({ emotions }: Marks, point: EmotionPoint, reach: number): number {
  let nearest = -1;
  let least = reach * reach;
  for (let index = 0; index < emotions.length / 2; index++) {
    const valence = emotions[2 * index] - point.valence;
    const arousal = emotions[2 * index + 1] - point.arousal;
    const square = valence * valence + arousal * arousal;
    if (square <= least) {
      least = square;
      nearest = index;
    }
  }
  return nearest;
}
