import type { LeadLagCurve, LeadLagReport } from '@/ml/encoding/leadLag/leadLagReport';
import type { LeadLagAnswer } from '../../analyses/analysisResult';
import { lineChart } from '../figures/lineChart';
import type { Markup } from '../markup/markup';
import { decimal, listed, probabilityWords, setting } from '../numbers';
import { bestLagTable, curveWords, leadLagTables } from '../tables/leadLagTables';
import { level } from '../tables/mapTable';
import { tableMarkup } from '../tables/tableMarkup';
import { bullets, section } from './section';

/** Regions that a figure shows; all are in the tables. */
const mostRegions = 6;

/** Facts for the opening of a report on leads and lags. */
export function leadLagFacts({ directions: [first], pieces }: LeadLagAnswer): Record<string, string> {
  return {
    Participants: String(first.participants.length),
    Pieces: String(pieces.length),
    Regions: String(first.targets.length),
  };
}

const highest = ({ tested: { observed } }: LeadLagCurve, target: number): number =>
  Math.max(...observed.map((row) => row[target]));

function lagChart(report: LeadLagReport, curve: LeadLagCurve): Markup {
  const order = report.lagsSeconds
    .map((_, place) => place)
    .sort((a, b) => report.lagsSeconds[a] - report.lagsSeconds[b]);
  const targets = report.targets
    .map((_, target) => target)
    .sort((a, b) => highest(curve, b) - highest(curve, a));
  const later = report.direction === 'ratings to brain' ? 'the recording is' : 'the rating is';
  return lineChart({
    title: sentence(curveWords(report, curve)),
    caption: `Mean over participants of held-out scores, a model a lag, in the regions where they are highest. Lags above 0: ${later} later than what predicts it.`,
    x: order.map((place) => report.lagsSeconds[place]),
    xLabel: 'lag of what is predicted (s)',
    yLabel: curve.over.length === 0 ? 'score' : 'gain in score',
    lines: targets.slice(0, mostRegions).map((target) => ({
      name: report.targets[target].name,
      values: order.map((place) => curve.tested.observed[place][target]),
    })),
  });
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The regions that pass at their best lag, in a sentence. */
function finding(report: LeadLagReport, curve: LeadLagCurve): string[] {
  const { observed, pFamily } = curve.tested;
  if (pFamily === null) return [];
  const found = report.targets.flatMap(({ name }, target) => {
    const lag = report.lagsSeconds.indexOf(curve.bestLagSeconds[target]);
    const p = pFamily[lag]?.[target];
    return p <= level
      ? [
          `${name} at ${setting(curve.bestLagSeconds[target])}\u00a0s (${decimal(observed[lag][target])}, ${probabilityWords(p)})`,
        ]
      : [];
  });
  const words = sentence(curveWords(report, curve));
  return [
    found.length === 0
      ? `${words}: nothing at family-wise p\u00a0≤\u00a00.05.`
      : `${words}: ${listed(found)}.`,
  ];
}

/** What an analysis of leads and lags found. */
export function leadLagSections(answer: LeadLagAnswer): (Markup | null)[] {
  const curves = answer.directions.flatMap((report) => report.curves.map((curve) => ({ report, curve })));
  const best = new Set(curves.map(({ report, curve }) => bestLagTable(report, curve).name));
  return [
    section('What was found', [bullets(curves.flatMap(({ report, curve }) => finding(report, curve)))]),
    ...answer.directions.map((report) =>
      section(
        report.direction === 'ratings to brain' ? 'From ratings to the brain' : 'From the brain to ratings',
        report.curves.map((curve) => lagChart(report, curve)),
      ),
    ),
    section(
      'Tables',
      leadLagTables(answer).map((table) => tableMarkup(table, { open: best.has(table.name) })),
    ),
  ];
}
