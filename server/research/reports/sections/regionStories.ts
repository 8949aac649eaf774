import type { EncodingReport } from '@/ml/encoding/encodingReport';
import { lineChart } from '../figures/lineChart';
import { raincloud } from '../figures/raincloud';
import type { Markup } from '../markup/markup';
import { setting } from '../numbers';
import { fullModel } from './encodingMaps';

/** Regions that are told of in figures; all are in the tables. */
const mostRegions = 6;

/** Places of the regions that the full model predicts best. */
function bestRegions(report: EncodingReport): number[] {
  const { observed } = fullModel(report).groups.all;
  return report.targets
    .map((_, target) => target)
    .filter((target) => Number.isFinite(observed[target]))
    .sort((a, b) => observed[b] - observed[a])
    .slice(0, mostRegions);
}

/** Scores of all participants in the regions predicted best. */
export function regionClouds(report: EncodingReport, score: 'r' | 'r2'): Markup {
  const table = fullModel(report)[score];
  return raincloud({
    title: 'Every participant',
    caption: `Held-out scores of the full model in the regions that it predicts best: a dot a participant, their density, median and quartiles.`,
    xLabel: score === 'r' ? 'r' : 'R²',
    groups: bestRegions(report).map((target) => ({
      name: report.targets[target].name,
      values: table.map((scores) => scores[target]).filter((value) => value !== null),
    })),
  });
}

/** How weights run over delays, a figure a space. */
export function weightCharts(report: EncodingReport): Markup[] {
  const seconds = report.delays.map((delay) => delay * report.hopSeconds);
  const order = seconds.map((_, place) => place).sort((a, b) => seconds[a] - seconds[b]);
  return Object.entries(report.weights).map(([space, byTarget]) =>
    lineChart({
      title: `Weights of ${space}`,
      caption:
        'Over delays: how long after the sound a region answers. Mean over participants, with the sign of the first principal column.',
      x: order.map((place) => seconds[place]),
      xLabel: 'delay behind the feature (s)',
      yLabel: 'weight',
      lines: bestRegions(report).map((target) => ({
        name: report.targets[target].name,
        values: order.map((place) => byTarget[target][place]),
      })),
    }),
  );
}

/** Measured and predicted time courses of the region predicted best, a figure a piece. */
export function timeCourses(report: EncodingReport): Markup[] {
  const [best] = bestRegions(report);
  if (best === undefined) return [];
  return report.pieces.map(({ name }, piece) => {
    const measured = report.measured[piece]?.[best] ?? [];
    return lineChart({
      title: `${report.targets[best].name} during ${name}`,
      caption: `Mean over participants; predicted by a model that did not see what it predicts. One sample every ${setting(report.hopSeconds)} s.`,
      x: measured.map((_, sample) => (sample + 0.5) * report.hopSeconds),
      xLabel: 'seconds of the piece',
      yLabel: 'standard deviations',
      lines: [
        { name: 'measured', values: measured },
        { name: 'predicted', values: report.predicted[piece]?.[best] ?? [] },
      ],
    });
  });
}
