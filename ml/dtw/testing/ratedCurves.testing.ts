import { existsSync, readFileSync } from 'node:fs';
import { type EmotionCurve } from '../../affect/emotionCurve';

/** Research data beside the clone: for tests and benchmarks, which do without where it is absent. */
const data = new URL('../../../../shared/data/', import.meta.url);

export const ratedCurvesPath = data.pathname;

export function areRatedCurvesThere(): boolean {
  return existsSync(data);
}

function rows(file: string): string[][] {
  const lines = readFileSync(new URL(file, data), 'utf8').trim().split('\n');
  return lines.slice(1).map((line) => line.trim().split(','));
}

/** Curves of the raters' mean by track id; these sets give them from 15 s on, and they are taken as whole tracks. */
export const ratedCurves = {
  /** MediaEval 2013, 744 songs at 2 Hz (Soleymani et al. 2013). */
  emomusic(): Map<number, EmotionCurve> {
    const read = (name: string) =>
      rows(`emomusic_dynamic/${name}_cont_average.csv`).map(
        ([id, ...cells]) =>
          [Number(id), Float32Array.from(cells.filter((cell) => cell !== '').map(Number))] as const,
      );
    const arousal = new Map(read('arousal'));
    return new Map(read('valence').map(([id, valence]) => [id, { valence, arousal: arousal.get(id)! }]));
  },

  /** PMEmo, song choruses at 2 Hz, rated from 0 to 1 (Zhang et al. 2018). */
  pmemo(): Map<number, EmotionCurve> {
    const byTrack = new Map<number, number[][]>();
    for (const row of rows('pmemo/dynamic_annotations.csv').map((cells) => cells.map(Number))) {
      byTrack.set(row[0], [...(byTrack.get(row[0]) ?? []), row]);
    }
    return new Map(
      [...byTrack].map(([id, points]) => [
        id,
        {
          valence: Float32Array.from(points, ([, , , valence]) => 2 * valence - 1),
          arousal: Float32Array.from(points, ([, , arousal]) => 2 * arousal - 1),
        },
      ]),
    );
  },
};

interface VgmidiFile {
  annotations: Record<string, { valence: number[]; arousal: number[] }>;
  pieces: Record<string, unknown>;
}

/** VGMIDI, one value a measure (Ferreira and Whitehead 2019): of each piece every listener's curve. */
export function vgmidiListeners(): EmotionCurve[][] {
  return [1, 2].flatMap((part) => {
    const file = readFileSync(new URL(`vgmidi/vgmidi_raw_${part}.json`, data), 'utf8');
    const { annotations, pieces } = JSON.parse(file) as VgmidiFile;
    return Object.keys(pieces).map((piece) =>
      Object.entries(annotations)
        .filter(([key]) => key.replace(/_\d+$/, '') === piece)
        .map(([, { valence, arousal }]) => ({
          valence: Float32Array.from(valence),
          arousal: Float32Array.from(arousal),
        })),
    );
  });
}

/** The mean of curves of one length. */
export function meanCurve(curves: readonly EmotionCurve[]): EmotionCurve {
  const mean = (side: keyof EmotionCurve) =>
    curves[0][side].map(
      (_, index) => curves.reduce((sum, curve) => sum + curve[side][index], 0) / curves.length,
    );
  return { valence: mean('valence'), arousal: mean('arousal') };
}
