import type { AnovaEffect, CouplingReport, ScaleCoupling } from '@/ml/coupling/couplingReport';
import { numberCell, numeric, probabilityCell, text } from './cells';
import { fileName } from './fileName';
import type { ReportTable } from './reportTable';

const anovaColumns = [
  text('effect'),
  ...['F', 'df', 'error df', 'p', 'Mauchly W', 'Mauchly p', 'GG epsilon', 'p GG', 'HF epsilon', 'p HF'].map(
    numeric,
  ),
  ...['partial eta²', 'generalised eta²'].map(numeric),
];

function anovaRow(effect: AnovaEffect): ReportTable['rows'][number] {
  return {
    cells: [
      effect.effect,
      numberCell(effect.f, 2),
      numberCell(effect.degrees, 0),
      numberCell(effect.errorDegrees, 0),
      probabilityCell(effect.p),
      numberCell(effect.mauchlyW),
      probabilityCell(effect.mauchlyP),
      numberCell(effect.greenhouseGeisser),
      probabilityCell(effect.pGreenhouseGeisser),
      numberCell(effect.huynhFeldt),
      probabilityCell(effect.pHuynhFeldt),
      numberCell(effect.partialEtaSquared),
      numberCell(effect.generalisedEtaSquared),
    ],
    found: effect.pGreenhouseGeisser < 0.05,
  };
}

/** The repeated-measures analysis of variance of a scale; null where there was none. */
export function anovaTable({ scale, anova }: ScaleCoupling): ReportTable | null {
  if (anova === null) return null;
  return {
    name: fileName('anova', scale),
    caption: `${scale}: repeated-measures analysis of variance of Fisher z, within participants`,
    columns: anovaColumns,
    rows: anova.map(anovaRow),
  };
}

/** Features compared in pairs. */
export function postHocTable({ scale, postHoc }: ScaleCoupling): ReportTable {
  return {
    name: fileName('post-hoc', scale),
    caption: `${scale}: features compared in pairs within participants, p by Holm’s method`,
    columns: [text('features'), ...['difference of z', 't', 'df', 'p', 'p Holm', 'Cohen’s dz'].map(numeric)],
    rows: postHoc.map((test) => ({
      cells: [
        `${test.plus} – ${test.minus}`,
        numberCell(test.difference),
        numberCell(test.t, 2),
        numberCell(test.degrees, 0),
        probabilityCell(test.p),
        probabilityCell(test.pHolm),
        numberCell(test.cohenDz, 2),
      ],
      found: test.pHolm < 0.05,
    })),
  };
}

/** Maxima over lags against those of surrogates. */
export function surrogateTable({ scale, surrogates }: ScaleCoupling): ReportTable {
  return {
    name: fileName('surrogates', scale),
    caption: `${scale}: maxima over lags (mean Fisher z) against those of surrogates of the feature`,
    columns: [text('feature'), ...['mean z', 'surrogates’ mean', 'their 95th percentile', 'p'].map(numeric)],
    rows: Object.entries(surrogates).map(([feature, tested]) => ({
      cells: [
        feature,
        numberCell(tested?.z),
        numberCell(tested?.surrogateMean),
        numberCell(tested?.surrogate95),
        probabilityCell(tested?.p),
      ],
      found: tested !== null && tested.p < 0.05,
    })),
  };
}

function bestTable({ scale, best }: ScaleCoupling): ReportTable {
  return {
    name: fileName('best-lags', scale),
    caption: `${scale}: best lag by participant, piece and feature`,
    columns: [text('participant'), text('piece'), text('feature'), ...['lag (s)', 'r', 'z'].map(numeric)],
    rows: best.map(({ participant, piece, feature, lagSeconds, r, z }) => ({
      cells: [participant, piece, feature, numberCell(lagSeconds, 2), numberCell(r), numberCell(z)],
    })),
  };
}

function curveTable({ scale, lagCurves }: ScaleCoupling, lagsSeconds: readonly number[]): ReportTable {
  return {
    name: fileName('lag-curves', scale),
    caption: `${scale}: mean correlation by lag`,
    columns: [text('feature'), ...lagsSeconds.map((lag) => numeric(`${lag} s`))],
    rows: Object.entries(lagCurves).map(([feature, curve]) => ({
      cells: [feature, ...curve.map((value) => numberCell(value))],
    })),
  };
}

/** Every number of a coupling analysis. */
export function couplingTables({ scales, lagsSeconds }: CouplingReport): ReportTable[] {
  return scales.flatMap((scale) => {
    const anova = anovaTable(scale);
    return [
      ...(anova === null ? [] : [anova]),
      postHocTable(scale),
      surrogateTable(scale),
      curveTable(scale, lagsSeconds),
      bestTable(scale),
    ];
  });
}
