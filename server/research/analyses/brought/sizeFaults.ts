import type { CheckedResult } from './resultShape';

type Sampled = Extract<CheckedResult, { kind: 'encoding' | 'intersubject' }>['report'];
type Of<Kind extends CheckedResult['kind']> = Extract<CheckedResult, { kind: Kind }>['report'];

/** Where a table of a report does not fit its regions, participants, lags or pieces: the names of such tables. */
export function sizeFaults(result: CheckedResult): string[] {
  switch (result.kind) {
    case 'encoding':
      return encodingFaults(result.report);
    case 'intersubject':
      return [
        ...faulty('table', isTable(result.report.table, people(result.report))),
        ...faulty('tested', isMap(result.report.tested, result.report.targets.length)),
      ];
    case 'leadLag':
      return result.report.directions.flatMap(directionFaults);
    case 'coupling':
      return couplingFaults(result.report);
  }
}

const faulty = (name: string, fits: boolean): string[] => (fits ? [] : [name]);

/** [participants, regions] */
const people = ({ participants, targets }: Pick<Sampled, 'participants' | 'targets'>): [number, number] => [
  participants.length,
  targets.length,
];

function isTable(
  table: readonly (readonly unknown[])[],
  [rows, columns]: readonly [number, number],
): boolean {
  return table.length === rows && table.every((row) => row.length === columns);
}

interface Tested<Values> {
  observed: Values;
  p: Values | null;
  pFamily: Values | null;
  q: Values | null;
}

function isMap({ observed, p, pFamily, q }: Tested<unknown[]>, targets: number): boolean {
  return [observed, p, pFamily, q].every((values) => values === null || values.length === targets);
}

function encodingFaults(report: Of<'encoding'>): string[] {
  const { targets, delays, pieces, models, contributions, contrasts, moods, layers } = report;
  const size = people(report);
  const areMaps = (groups: Record<string, Tested<unknown[]>>) =>
    Object.values(groups).every((map) => isMap(map, targets.length));
  const courses = { predicted: report.predicted, measured: report.measured };
  return [
    ...models.flatMap(({ r, r2, groups }, at) =>
      faulty(`models[${at}]`, isTable(r, size) && isTable(r2, size) && areMaps(groups)),
    ),
    ...[...contributions, ...contrasts].flatMap(({ table, groups }) =>
      faulty('contributions and contrasts', isTable(table, size) && areMaps(groups)),
    ),
    ...faulty(
      'moods',
      moods.every(({ tested }) => isMap(tested, targets.length)),
    ),
    ...faulty('layers', layers === undefined || areLayers(layers, targets.length)),
    ...faulty('ceiling', report.ceiling === null || isMap(report.ceiling, targets.length)),
    ...Object.entries(report.weights).flatMap(([space, table]) =>
      faulty(`weights.${space}`, isTable(table, [targets.length, delays.length])),
    ),
    ...Object.entries(courses).flatMap(([name, all]) =>
      faulty(
        name,
        all.length === pieces.length &&
          all.every((course, at) => isTable(course, [targets.length, pieces[at].samples])),
      ),
    ),
  ];
}

function areLayers({ layers, groups }: NonNullable<Of<'encoding'>['layers']>, targets: number): boolean {
  const names = new Set(layers.map(({ name }) => name));
  return Object.values(groups).every(
    (preferences) =>
      preferences.length === targets &&
      preferences.every(({ best, next, tied }) =>
        [best, next, ...tied].every((name) => name === null || names.has(name)),
      ),
  );
}

function directionFaults(report: Of<'leadLag'>['directions'][number]): string[] {
  const size = [report.lagsSeconds.length, report.targets.length] as const;
  return report.curves.flatMap(({ scale, table, tested, bestLagSeconds }) => {
    const { observed, p, pFamily, q } = tested;
    return faulty(
      `curves of ${scale}`,
      table.length === report.participants.length &&
        table.every((each) => isTable(each, size)) &&
        [observed, p, pFamily, q].every((each) => each === null || isTable(each, size)) &&
        bestLagSeconds.length === report.targets.length,
    );
  });
}

function couplingFaults({ lagsSeconds, features, scales }: Of<'coupling'>): string[] {
  return scales.flatMap(({ scale, best, lagCurves }) => [
    ...faulty(
      `best lags of ${scale}`,
      best.every(({ feature, curve }) => features.includes(feature) && curve.length === lagsSeconds.length),
    ),
    ...faulty(
      `lag curves of ${scale}`,
      features.every((feature) => lagCurves[feature]?.length === lagsSeconds.length),
    ),
  ]);
}
