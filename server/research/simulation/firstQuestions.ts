import type { AnalysisSpecInput } from '../analyses/analysisSpec';
import { startAnalysis } from '../analyses/startAnalysis';
import type { StudyPlace } from '../studies/studyPlace';

const envelope = { name: 'envelope', series: 'envelope' } as const;
const embeddingChange = {
  ...{ name: 'embedding change', series: 'circumplex embedding' },
  change: 'euclidean',
} as const;
const ratingChange = (name: string) => ({ name, from: 'rating', series: name, change: 'signed' }) as const;

/** What the study to start with is asked by itself, so that a first visit finds answers to look at. */
const questions: readonly { title: string; spec: AnalysisSpecInput }[] = [
  {
    title: 'sound to the brain',
    spec: {
      kind: 'encoding',
      spaces: [envelope, embeddingChange],
      plan: { null: { kind: 'phase', count: 99, refit: true } },
    },
  },
  {
    title: 'sound with ratings',
    spec: {
      kind: 'coupling',
      spaces: [{ ...envelope, name: 'envelope change', change: 'signed' }, embeddingChange],
      scales: [ratingChange('emotionality'), ratingChange('enjoyment')],
      plan: { surrogates: { kind: 'phase', count: 99 } },
    },
  },
];

/** Queues the first questions to a simulated study. */
export async function askFirstQuestions(
  place: Pick<StudyPlace, 'database' | 'caller'>,
  studyId: number,
): Promise<void> {
  for (const question of questions) await startAnalysis(place, { studyId, ...question });
}
