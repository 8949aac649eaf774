import { describe, expect, it } from 'vitest';
import type { LeadLagReport } from '@/ml/encoding/leadLag/leadLagReport';
import { curveId, leadLagFindings, peakOf } from './leadLagFinding';

const observed = [
  [0.01, 0.02],
  [0.05, 0.21],
];
const report = (pFamily: number[][] | null) =>
  ({
    ...{ direction: 'ratings to brain', lagsSeconds: [0, 4], hopSeconds: 1, participants: [], remarks: [] },
    targets: [{ name: 'dmPFC' }, { name: 'vmPFC' }],
    curves: [
      {
        ...{ scale: 'joy', over: [], table: [], bestLagSeconds: [4, 4] },
        tested: { observed, p: pFamily, pFamily, q: pFamily, threshold: null },
      },
    ],
  }) as unknown as LeadLagReport;

describe('leadLagFindings', () => {
  it('names the region and the lag that stand out', () => {
    const found = report([
      [1, 1],
      [0.04, 0.002],
    ]);
    expect(leadLagFindings(found)).toEqual([
      {
        ...{ name: 'Joy to the brain', found: true },
        words: '2 regions, most of all vmPFC at a lag of 4 s (0.210, family-wise p\u00a0=\u00a0.002)',
      },
    ]);
    expect(curveId(found, found.curves[0])).toBe('ratings to brain joy');
  });

  it('says so where nothing is beyond chance', () => {
    const none = report([
      [1, 1],
      [0.5, 0.2],
    ]);
    expect(leadLagFindings(none)).toMatchObject([{ words: 'nothing beyond chance', found: false }]);
  });

  it('finds the lag of the highest score', () => {
    expect(peakOf(observed, 1)).toBe(1);
  });
});
