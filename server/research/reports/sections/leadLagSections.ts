import type { LeadLagCurve, LeadLagReport } from '@/ml/encoding/leadLag/leadLagReport';
import type { LeadLagAnswer } from '../../analyses/analysisResult';
import { lineChart } from '../figures/lineChart';
import type { Markup } from '../markup/markup';
import { curveWords, leadLagTables } from '../tables/leadLagTables';
import { tableMarkup } from '../tables/tableMarkup';
import { section } from './section';

/** More lines than this cannot be told apart. */
const mostRegions = 5;

/** Facts for the opening of a report on leads and lags. */
export const leadLagFacts = ({ directions, pieces }: LeadLagAnswer): Record<string, string> => ({
  Participants: String(directions[0].participants.length),
  Pieces: String(pieces.length),
  Regions: String(directions[0].targets.length),
  Lags: `${Math.min(...directions[0].lagsSeconds)} to ${Math.max(...directions[0].lagsSeconds)} s`,
});

function chart(report: LeadLagReport, curve: LeadLagCurve): Markup {
  const { lagsSeconds, targets } = report;
  const { observed } = curve.tested;
  const peak = (target: number) => Math.max(...observed.map((row) => row[target]));
  const best = targets.map((_, target) => target).sort((one, other) => peak(other) - peak(one));
  const order = lagsSeconds.map((_, lag) => lag).sort((one, other) => lagsSeconds[one] - lagsSeconds[other]);
  return lineChart({
    title: curveWords(report, curve),
    caption:
      'Held-out score at every lag, in the regions where it is highest; what is predicted comes so much later (+) or earlier (-).',
    x: order.map((lag) => lagsSeconds[lag]),
    xLabel: 'lag (s)',
    yLabel: 'score',
    lines: best.slice(0, mostRegions).map((target) => ({
      name: targets[target].name,
      values: order.map((lag) => observed[lag][target]),
    })),
  });
}

/** Who leads: curves over lags, then every number. */
export function leadLagSections(answer: LeadLagAnswer): (Markup | null)[] {
  const charts = answer.directions.flatMap((report) => report.curves.map((curve) => chart(report, curve)));
  return [
    section('Lags', charts),
    section(
      'Tables',
      leadLagTables(answer).map((table) => tableMarkup(table)),
    ),
  ];
}
