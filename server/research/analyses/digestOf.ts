import type { AnalysisDigest, AnalysisResult } from './analysisResult';
import { measuredBy } from './compareAnalyses';

const significance = 0.05;

/** The most telling numbers of a result. */
export function digestOf(result: AnalysisResult): AnalysisDigest {
  const values = [...measuredBy(result).byName].map(([name, { value, p }]) => ({ name, value, p }));
  const best = values.reduce<AnalysisDigest['best']>(
    (most, each) => (most === null || each.value > most.value ? each : most),
    null,
  );
  const tested = values.filter(({ p }) => p !== null);
  return {
    ...sizesOf(result),
    best,
    significant: tested.length === 0 ? null : tested.filter(({ p }) => (p ?? 1) < significance).length,
    remarks: result.report.remarks.length,
    problems: result.problems.length,
  };
}

function sizesOf(result: AnalysisResult): Pick<AnalysisDigest, 'participants' | 'pieces' | 'targets'> {
  if (result.kind === 'leadLag') {
    const { directions, pieces } = result.report;
    const [{ participants, targets }] = directions;
    return { participants: participants.length, pieces: pieces.length, targets: targets.length };
  }
  if (result.kind !== 'coupling') {
    const { participants, pieces, targets } = result.report;
    return { participants: participants.length, pieces: pieces.length, targets: targets.length };
  }
  const people = new Set(
    result.report.scales.flatMap(({ best }) => best.map(({ participant }) => participant)),
  );
  return { participants: people.size, pieces: result.report.pieces.length, targets: 0 };
}
