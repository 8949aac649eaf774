import { z } from 'zod';
import { figureWords, scoreOf, type ScoreReader } from './headlineScore';

const teachers = ['MSD', 'MTT'] as const;
const layers = z.object({ fidelity: z.record(z.string(), z.number()) });

/** Share of the variance of one of the teachers' layers that is explained, by each of its two weight files. */
const explained = (layer: string, name: string): ScoreReader[] =>
  teachers.map((teacher) =>
    scoreOf(layers, ({ fidelity }) => {
      const share = fidelity[`${teacher}_musicnn/${layer}`];
      const what = `MusiCNN’s ${name} (${teacher}), share explained on tracks held out`;
      return share === undefined ? null : { what, values: [figureWords(share)], reference: null };
    }),
  );

/** Of the network that says what MusiCNN says: how much of it. */
export const embeddingScores: ScoreReader[] = [
  scoreOf(z.object({ fidelity: z.object({ all: z.number() }) }), ({ fidelity }) => ({
    what: 'MusiCNN’s outputs, share of variance explained on tracks held out',
    values: [figureWords(fidelity.all)],
    reference: null,
  })),
  ...explained('dense_biasadd', 'embedding'),
];
