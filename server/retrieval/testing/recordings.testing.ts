import type { Database } from '@/db/open';
import * as schema from '@/db/schema';
import { analysisOf, fileOf, soundOf, trackOf } from '@/db/testing/catalogue.testing';
import { createRandom } from '@/ml/random';
import { withinSpreads } from '@/ml/dtw/testing/benchLibraries.testing';
import { shapeSketch } from '@/ml/dtw/search/shapeSketch';
import { encodeCurve } from '@/ml/affect/curveCodec';
import { levelSketch } from '@/ml/dtw/search/levelSketch';
import { syntheticCurve } from './syntheticCurves.testing';

/** Fills an empty catalogue with tracks 1 to `count`, each with a curve of its own, the same each time. */
export async function fillRecordings(database: Database, count: number): Promise<void> {
  const random = createRandom(7, 'library');
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  await database.insert(schema.tracks).values(numbers.map(trackOf));
  await database.insert(schema.files).values(numbers.map(fileOf));
  await database.insert(schema.sounds).values(numbers.map(soundOf));
  await database.insert(schema.analyses).values(
    numbers.map((trackId) => {
      const curve = syntheticCurve(random, withinSpreads.listener, 80);
      const still = new Float32Array(80).fill(0.1);
      return {
        ...analysisOf(trackId),
        curve: encodeCurve({ ...curve, valenceDeviation: still, arousalDeviation: still }),
        sketch: [...levelSketch(curve)],
        shapeSketch: [...shapeSketch(curve)],
      };
    }),
  );
}
