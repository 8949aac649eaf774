import type { IntersubjectReport } from '../../analyses/analysisResult';
import { mapTable } from './mapTable';
import type { ReportTable } from './reportTable';
import { scoreTable } from './scoreTable';

/** Every number of an analysis of the likeness between participants. */
export function intersubjectTables(report: IntersubjectReport): ReportTable[] {
  return [
    mapTable(report.tested, report.targets, {
      name: 'regions-intersubject',
      caption: 'Leave-one-out correlation between participants: mean by region',
      statistic: 'r',
    }),
    scoreTable(report.table, report, {
      name: 'participants-intersubject',
      caption: 'Leave-one-out correlation by participant and region',
    }),
  ];
}
