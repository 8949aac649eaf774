import { formatCount } from '@/app/ui/format';
import { formatProbability, formatStatistic } from '@/app/ui/study/analysisWords';
import type { LeadLagCurve, LeadLagReport } from '@/ml/encoding/leadLag/leadLagReport';
import { alpha } from './mapValues';

/** As the address names a curve. */
export const curveId = ({ direction }: LeadLagReport, { scale, over }: LeadLagCurve): string =>
  `${direction} ${scale}${over.length > 0 ? ` over ${over.join(' + ')}` : ''}`;

/** What a curve is of, in words. */
export function curveName({ direction }: LeadLagReport, { scale, over }: LeadLagCurve): string {
  const way = direction === 'ratings to brain' ? `${scale} to the brain` : `the brain to ${scale}`;
  return over.length > 0 ? `${way}, over ${over.join(', ')}` : way;
}

/** The lag at which a region's score is highest. */
export function peakOf(observed: readonly (readonly number[])[], target: number): number {
  return observed.reduce((best, row, lag) => (row[target] > observed[best][target] ? lag : best), 0);
}

/** What one scale in one direction came to. */
interface LeadLagFinding {
  /** "Emotionality to the brain". */
  name: string;
  words: string;
  /** Whether anything is beyond chance; true where nothing was tested. */
  found: boolean;
}

/** What one direction found, scale by scale. */
export const leadLagFindings = (report: LeadLagReport): LeadLagFinding[] =>
  report.curves.map((curve) => curveFinding(report, curve));

function curveFinding(report: LeadLagReport, curve: LeadLagCurve): LeadLagFinding {
  const { targets, lagsSeconds } = report;
  const { observed, pFamily } = curve.tested;
  const words = curveName(report, curve);
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  const cells = observed.flatMap((row, lag) =>
    row.map((value, target) => ({ lag, target, value, p: pFamily?.[lag][target] ?? null })),
  );
  const beyond = cells.filter(({ p }) => p === null || p < alpha);
  if (beyond.length === 0) return { name, words: 'nothing beyond chance', found: false };
  const best = beyond.reduce((most, each) => (each.value > most.value ? each : most));
  const regions = new Set(beyond.map(({ target }) => target)).size;
  const counted = pFamily === null ? '' : `${formatCount(regions, 'region')}, `;
  const p = best.p === null ? 'not tested' : `family-wise ${formatProbability(best.p)}`;
  const lag = String(lagsSeconds[best.lag]).replace('-', '\u2212');
  return {
    ...{ name, found: true },
    words: `${counted}most of all ${targets[best.target].name} at a lag of ${lag} s (${formatStatistic(best.value)}, ${p})`,
  };
}
