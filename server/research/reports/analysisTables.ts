import type { AnalysisResult } from '../analyses/analysisResult';
import { couplingTables } from './tables/couplingTables';
import { encodingTables } from './tables/encodingTables';
import { intersubjectTables } from './tables/intersubjectTables';
import { layerTables } from './tables/layerTables';
import { leadLagTables } from './tables/leadLagTables';
import { tableCsv } from './tables/tableCsv';
import { timeCourseTables } from './tables/timeCourseTables';
import type { ReportTable } from './tables/reportTable';

/** Every table of an analysis, time courses too. */
function analysisTables(result: AnalysisResult): ReportTable[] {
  switch (result.kind) {
    case 'encoding': {
      const score = result.spec.kind === 'encoding' && result.spec.plan.score === 'r2' ? 'R²' : 'r';
      const { report } = result;
      return [...layerTables(report, score), ...encodingTables(report, score), ...timeCourseTables(report)];
    }
    case 'coupling':
      return couplingTables(result.report);
    case 'leadLag':
      return leadLagTables(result.report);
    case 'intersubject':
      return intersubjectTables(result.report);
  }
}

/** Every table as CSV, by the name of its file; a name that comes twice is numbered. */
export function analysisCsvFiles(result: AnalysisResult): Map<string, string> {
  const files = new Map<string, string>();
  for (const table of analysisTables(result)) {
    let name = `${table.name}.csv`;
    for (let copy = 2; files.has(name); copy++) name = `${table.name}-${copy}.csv`;
    files.set(name, tableCsv(table, { simulated: result.study.simulated }));
  }
  return files;
}
