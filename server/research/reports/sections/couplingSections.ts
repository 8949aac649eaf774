import type { CouplingReport, ScaleCoupling } from '@/ml/coupling/couplingReport';
import { mean } from '@/ml/statistics/mean';
import { lineChart } from '../figures/lineChart';
import { raincloud } from '../figures/raincloud';
import type { Markup } from '../markup/markup';
import { counted, decimal, listed, probabilityWords } from '../numbers';
import { anovaTable, couplingTables, postHocTable, surrogateTable } from '../tables/couplingTables';
import { tableMarkup } from '../tables/tableMarkup';
import { bullets, section } from './section';

/** Facts for the opening of a coupling report. */
export function couplingFacts({ pieces, features, scales }: CouplingReport): Record<string, string> {
  const people = new Set(scales.flatMap(({ best }) => best.map(({ participant }) => participant)));
  return { Participants: String(people.size), Pieces: String(pieces.length), Features: listed(features) };
}

function findings({ scale, anova, postHoc, surrogates, leftOut }: ScaleCoupling): string[] {
  const above = Object.entries(surrogates).flatMap(([feature, tested]) =>
    tested === null ? [] : [`${feature} (mean z ${decimal(tested.z)}, ${probabilityWords(tested.p)})`],
  );
  const features = anova?.find(({ effect }) => effect === 'feature');
  const pairs = postHoc.filter(({ pHolm }) => pHolm < 0.05);
  return [
    ...(above.length > 0 ? [`${scale} against surrogates of the features: ${listed(above)}.`] : []),
    ...(features
      ? [
          `${scale}: features differ by F(${features.degrees}, ${features.errorDegrees}) = ${decimal(features.f, 2)}, ${probabilityWords(features.pGreenhouseGeisser)} after Greenhouse and Geisser.`,
        ]
      : []),
    ...pairs.map(
      ({ plus, minus, difference, pHolm }) =>
        `${scale}: ${difference >= 0 ? `${plus} goes together with it more than ${minus}` : `${minus} goes together with it more than ${plus}`} (${probabilityWords(pHolm)} after Holm).`,
    ),
    ...(leftOut.length > 0
      ? [
          `${scale}: ${counted(leftOut.length, 'participant')} left out of the analysis of variance for want of a cell: ${listed(leftOut)}.`,
        ]
      : []),
  ];
}

/** Each participant's mean z over pieces, by feature. */
function participantsZ({ best }: ScaleCoupling, feature: string): number[] {
  const own = best.filter((each) => each.feature === feature);
  return Array.from(new Set(own.map(({ participant }) => participant)), (participant) =>
    mean(own.filter((each) => each.participant === participant).map(({ z }) => z)),
  );
}

function scaleSection(scale: ScaleCoupling, { lagsSeconds, features }: CouplingReport): Markup | null {
  const anova = anovaTable(scale);
  return section(scale.scale, [
    raincloud({
      title: 'Features',
      caption:
        'Fisher z of the largest correlation over lags, mean over pieces: a dot a participant, their density, median and quartiles.',
      xLabel: 'Fisher z',
      groups: features.map((feature) => ({ name: feature, values: participantsZ(scale, feature) })),
    }),
    lineChart({
      title: 'Lags',
      caption: 'Mean correlation over participants and pieces at each lag of the rating behind the feature.',
      x: lagsSeconds,
      xLabel: 'lag of the rating (s)',
      yLabel: 'r',
      lines: features.map((feature) => ({ name: feature, values: scale.lagCurves[feature] ?? [] })),
    }),
    anova === null ? null : tableMarkup(anova),
    scale.postHoc.length === 0 ? null : tableMarkup(postHocTable(scale)),
    tableMarkup(surrogateTable(scale)),
  ]);
}

/** What a coupling analysis found. */
export function couplingSections(report: CouplingReport): (Markup | null)[] {
  const shown = new Set(['anova', 'post-hoc', 'surrogates']);
  const others = couplingTables(report).filter(
    ({ name }) => !Array.from(shown).some((each) => name.startsWith(each)),
  );
  return [
    section('What was found', [bullets(report.scales.flatMap(findings))]),
    ...report.scales.map((scale) => scaleSection(scale, report)),
    section(
      'Tables',
      others.map((table) => tableMarkup(table, { open: false })),
    ),
  ];
}
