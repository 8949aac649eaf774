import { describe, expect, it } from 'vitest';
import type { Study } from '@/app/ui/study/studyAnswers';
import {
  analysisSpec,
  couplingSpec,
  encodingSpec,
  intersubjectSpec,
  leadLagSpec,
} from '@/server/research/analyses/analysisSpec';
import { proposedSpec, whyNot } from './proposedSpec';
import type { SpecByKind } from './specByKind';

const some = [{ name: 'x', series: 'x' }];
const defaults: SpecByKind = {
  coupling: couplingSpec.parse({ kind: 'coupling', spaces: some, scales: some }),
  encoding: encodingSpec.parse({ kind: 'encoding', spaces: some }),
  leadLag: leadLagSpec.parse({ kind: 'leadLag', spaces: some, scales: some }),
  intersubject: intersubjectSpec.parse({ kind: 'intersubject' }),
};
const series = (kind: 'feature' | 'rating' | 'recording', name: string, columns: number) => ({
  ...{ id: 1, kind, name, stimulus: 'happy', participant: kind === 'feature' ? null : '01', hopSeconds: 1 },
  ...{ startSeconds: 0, samples: 10, afterScan: false, shiftSeconds: 0, source: '', sha256: '' },
  columns: Array.from({ length: columns }, (_, at) => ({ name: `c${at}` })),
});
const study = {
  participants: [
    { id: 1, label: '01' },
    { id: 2, label: '02' },
    { id: 3, label: '03' },
  ],
  series: [series('feature', 'envelope', 1), series('feature', 'VGGish', 128), series('rating', 'joy', 1)],
} as unknown as Study;

describe('proposedSpec', () => {
  it('is what the server takes, for every question', () => {
    for (const kind of ['coupling', 'encoding', 'leadLag', 'intersubject'] as const)
      expect(analysisSpec.safeParse(proposedSpec(kind, study, defaults)).success).toBe(true);
  });

  it('tells changes by the difference of one column, and by the distance of many', () => {
    const { spaces, scales } = proposedSpec('coupling', study, defaults);
    expect(spaces.map(({ change }) => change)).toEqual(['signed', 'euclidean']);
    expect(scales).toMatchObject([{ from: 'rating', series: 'joy', change: 'signed' }]);
  });
});

describe('whyNot', () => {
  it('says what a study lacks', () => {
    expect(whyNot('coupling', study)).toBeNull();
    expect(whyNot('encoding', study)).toBe('needs recordings');
    expect(whyNot('leadLag', { ...study, series: [] })).toBe('needs recordings and ratings');
  });
});
