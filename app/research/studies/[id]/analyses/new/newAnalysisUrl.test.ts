import { describe, expect, it } from 'vitest';
import { intersubjectSpec } from '@/server/research/analyses/analysisSpec';
import { newAnalysisUrl } from './newAnalysisUrl';

describe('newAnalysisUrl', () => {
  const read = (text: string) => newAnalysisUrl.read(new URLSearchParams(text));

  it('writes nothing of a fresh page, and reads back what it wrote', () => {
    expect(newAnalysisUrl.write({ ask: null, spec: null, layers: null }).toString()).toBe('');
    const spec = intersubjectSpec.parse({ kind: 'intersubject', plan: { seed: 7 } });
    const state = { ask: 'intersubject' as const, spec, layers: 'net' };
    expect(read(newAnalysisUrl.write(state).toString())).toEqual(state);
  });

  it('takes anything else for a fresh page', () => {
    for (const text of ['ask=nothing', 'spec={', 'spec=[]', 'spec={"kind":"encoding"}', 'spec=null'])
      expect(read(text)).toEqual({ ask: null, spec: null, layers: null });
  });
});
