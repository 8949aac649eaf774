import type { LeadLagCurve, LeadLagReport } from '@/ml/encoding/leadLag/leadLagReport';
import type { LeadLagAnswer } from '../../analyses/analysisResult';
import { numberCell, numeric, probabilityCell, text } from './cells';
import { fileName } from './fileName';
import { level } from './mapTable';
import type { ReportTable } from './reportTable';

/** What a curve over lags is of, in words. */
export function curveWords({ direction }: LeadLagReport, { scale, over }: LeadLagCurve): string {
  const way = direction === 'ratings to brain' ? `${scale} to the brain` : `the brain to ${scale}`;
  return over.length > 0 ? `${way}, over ${over.join(', ')}` : way;
}

/** Every region and lag of every curve. */
export function leadLagTables({ directions }: LeadLagAnswer): ReportTable[] {
  return directions.flatMap((report) => report.curves.map((curve) => curveTable(report, curve)));
}

function curveTable(report: LeadLagReport, curve: LeadLagCurve): ReportTable {
  const { targets, lagsSeconds } = report;
  const { observed, p, pFamily, q } = curve.tested;
  const words = curveWords(report, curve);
  const tests = p === null ? [] : ['p', 'p family-wise', 'q (FDR)'].map(numeric);
  return {
    name: fileName('lags', words),
    caption: `Score by region and lag: ${words}`,
    columns: [text('region'), numeric('lag (s)'), numeric('score'), ...tests],
    rows: targets.flatMap(({ name }, target) =>
      lagsSeconds.map((seconds, lag) => ({
        cells: [
          name,
          numberCell(seconds, 1),
          numberCell(observed[lag][target]),
          ...(p === null
            ? []
            : [p, pFamily, q].map((values) => probabilityCell(values?.[lag][target] ?? null))),
        ],
        found: pFamily !== null && pFamily[lag][target] < level,
      })),
    ),
  };
}
