import type { ContributionReport, EncodingReport, TestedMap } from '@/ml/encoding/encodingReport';
import { numberCell, numeric, text } from './cells';
import { fileName } from './fileName';
import { mapTable } from './mapTable';
import type { ReportTable } from './reportTable';
import { scoreTable } from './scoreTable';

/** What is said of a group of pieces: all of them, or those of a mood. */
export const groupWords = (group: string): string => (group === 'all' ? 'all pieces' : `${group} pieces`);

/** What a contribution is called. */
export function contributionWords({ kind, spaces }: Pick<ContributionReport, 'kind' | 'spaces'>): string {
  switch (kind) {
    case 'unique':
      return `unique to ${spaces.join(', ')}`;
    case 'common':
      return `common to ${spaces.join(', ')}`;
    case 'product':
      return `product measure of ${spaces.join(', ')}`;
    case 'stacking':
      return `stacking weight of ${spaces.join(', ')}`;
  }
}

/** What a model is called. */
export const modelWords = (spaces: readonly string[]): string => `model of ${spaces.join(', ')}`;

/** The name of the table of a map over a group of pieces. */
export const regionsName = (words: string, group: string): string => fileName('regions', words, group);

interface Tested {
  words: string;
  statistic: string;
  groups: Record<string, TestedMap>;
}

/** Everything that is tested region by region, in the order of the report. */
function testedMaps({ models, contributions, contrasts }: EncodingReport, score: string): Tested[] {
  return [
    ...models.map(({ spaces, groups }) => ({ words: modelWords(spaces), statistic: score, groups })),
    ...contributions.map(({ groups, ...contribution }) => ({
      words: contributionWords(contribution),
      statistic: `part of ${score}`,
      groups,
    })),
    ...contrasts.map(({ plus, minus, groups }) => ({
      words: `${plus} against ${minus}`,
      statistic: `difference of ${score}`,
      groups,
    })),
  ];
}

function mapTables(report: EncodingReport, score: string): ReportTable[] {
  return testedMaps(report, score).flatMap(({ words, statistic, groups }) =>
    Object.entries(groups).map(([group, map]) =>
      mapTable(map, report.targets, {
        name: regionsName(words, group),
        caption: `${words}, ${groupWords(group)}: mean over participants by region`,
        statistic,
      }),
    ),
  );
}

function participantTables(report: EncodingReport): ReportTable[] {
  const models = report.models.flatMap(({ spaces, r, r2 }) =>
    (
      [
        ['r', r],
        ['r2', r2],
      ] as const
    ).map(([score, table]) =>
      scoreTable(table, report, {
        name: fileName('participants', modelWords(spaces), score),
        caption: `${modelWords(spaces)}: held-out ${score === 'r' ? 'r' : 'R²'} by participant and region`,
      }),
    ),
  );
  const others = report.contributions.map((contribution) =>
    scoreTable(contribution.table, report, {
      name: fileName('participants', contributionWords(contribution)),
      caption: `${contributionWords(contribution)}, by participant and region`,
    }),
  );
  const contrasts = report.contrasts.map(({ plus, minus, table }) =>
    scoreTable(table, report, {
      name: fileName('participants', plus, 'against', minus),
      caption: `${plus} against ${minus}, by participant and region`,
    }),
  );
  return [...models, ...others, ...contrasts];
}

function weightTables({ weights, targets, delays, hopSeconds }: EncodingReport): ReportTable[] {
  return Object.entries(weights).map(([space, byTarget]) => ({
    name: fileName('weights', space),
    caption: `Weights of ${space} over delays, by region`,
    columns: [
      text('region'),
      ...delays.map((delay) => numeric(`${Number((delay * hopSeconds).toPrecision(6))} s`)),
    ],
    rows: targets.map(({ name }, target) => ({
      cells: [name, ...byTarget[target].map((weight) => numberCell(weight, 4))],
    })),
  }));
}

/** Every number of an encoding analysis but time courses, as tables. */
export function encodingTables(report: EncodingReport, score: string): ReportTable[] {
  const moods = report.moods.map(({ plus, minus, tested }) =>
    mapTable(tested, report.targets, {
      name: fileName('moods', plus, 'against', minus),
      caption: `The full model: ${plus} against ${minus} pieces, two-sided`,
      statistic: `difference of ${score}`,
    }),
  );
  const ceiling = report.ceiling
    ? [
        mapTable(report.ceiling, report.targets, {
          name: 'ceiling',
          caption: 'Approximate ceiling: correlation of each participant with the mean of all others',
          statistic: 'r',
        }),
      ]
    : [];
  return [
    ...mapTables(report, score),
    ...moods,
    ...ceiling,
    ...weightTables(report),
    ...participantTables(report),
  ];
}
