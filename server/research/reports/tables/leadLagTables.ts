import type { LeadLagCurve, LeadLagReport } from '@/ml/encoding/leadLag/leadLagReport';
import type { LeadLagAnswer } from '../../analyses/analysisResult';
import { setting } from '../numbers';
import { numberCell, numeric, probabilityCell, text } from './cells';
import { fileName } from './fileName';
import { level } from './mapTable';
import type { ReportTable } from './reportTable';

/** What a curve tells, in a few words. */
export function curveWords({ direction }: LeadLagReport, { scale, over }: LeadLagCurve): string {
  const beyond = over.length === 0 ? '' : ` over ${over.join(', ')}`;
  return direction === 'ratings to brain'
    ? `${scale}${beyond} to the brain`
    : `the brain to ${scale}${beyond}`;
}

/** The best lag of every region, and whether it passes over all lags and regions. */
export function bestLagTable(report: LeadLagReport, curve: LeadLagCurve): ReportTable {
  const { observed, p, pFamily, q } = curve.tested;
  const tests = p === null ? [] : ['p', 'p family-wise', 'q (FDR)'].map(numeric);
  const rows = report.targets.map((target, index) => {
    const lag = report.lagsSeconds.indexOf(curve.bestLagSeconds[index]);
    const at = (table: number[][] | null) => probabilityCell(table?.[lag]?.[index]);
    return {
      score: observed[lag]?.[index] ?? -Infinity,
      cells: [
        target.name,
        target.network,
        numberCell(curve.bestLagSeconds[index], 2),
        numberCell(observed[lag]?.[index]),
        ...(p === null ? [] : [at(p), at(pFamily), at(q)]),
      ],
      found: pFamily !== null && pFamily[lag]?.[index] <= level,
    };
  });
  return {
    name: fileName('best-lags', curveWords(report, curve)),
    caption: `${curveWords(report, curve)}: the lag of the highest score by region; what is predicted comes so much later (+) or earlier (−)`,
    columns: [text('region'), text('network'), numeric('best lag (s)'), numeric('score there'), ...tests],
    rows: rows.sort((a, b) => b.score - a.score).map(({ cells, found }) => ({ cells, found })),
  };
}

/** Every lag of every region. */
function allLagsTable(report: LeadLagReport, curve: LeadLagCurve): ReportTable {
  const { observed, p, pFamily, q } = curve.tested;
  const tests = p === null ? [] : ['p', 'p family-wise', 'q (FDR)'].map(numeric);
  return {
    name: fileName('lags', curveWords(report, curve)),
    caption: `${curveWords(report, curve)}: every region and lag, mean over participants`,
    columns: [text('region'), numeric('lag (s)'), numeric('score'), ...tests],
    rows: report.targets.flatMap((target, index) =>
      report.lagsSeconds.map((seconds, lag) => ({
        cells: [
          target.name,
          numberCell(seconds, 2),
          numberCell(observed[lag]?.[index]),
          ...(p === null ? [] : [p, pFamily, q].map((table) => probabilityCell(table?.[lag]?.[index]))),
        ],
        found: pFamily !== null && pFamily[lag]?.[index] <= level,
      })),
    ),
  };
}

/** Every participant's score at every lag. */
function participantsTable(report: LeadLagReport, curve: LeadLagCurve): ReportTable {
  return {
    name: fileName('participants', curveWords(report, curve)),
    caption: `${curveWords(report, curve)}: every participant`,
    columns: [text('participant'), numeric('lag (s)'), ...report.targets.map(({ name }) => numeric(name))],
    rows: report.participants.flatMap((participant, person) =>
      report.lagsSeconds.map((seconds, lag) => ({
        cells: [
          participant,
          { value: seconds, shown: setting(seconds) },
          ...report.targets.map((_, index) => numberCell(curve.table[person]?.[lag]?.[index])),
        ],
      })),
    ),
  };
}

/** Every number of an analysis of leads and lags. */
export const leadLagTables = ({ directions }: LeadLagAnswer): ReportTable[] =>
  directions.flatMap((report) =>
    report.curves.flatMap((curve) => [
      bestLagTable(report, curve),
      allLagsTable(report, curve),
      participantsTable(report, curve),
    ]),
  );
