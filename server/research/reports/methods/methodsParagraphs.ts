import type { AnalysisResult } from '../../analyses/analysisResult';
import { simulatedWords } from '../markup/reportPage';
import { couplingMethods } from './couplingMethods';
import { encodingMethods } from './encodingMethods';
import { intersubjectMethods } from './intersubjectMethods';
import { leadLagMethods } from './leadLagMethods';

function ofKind(result: AnalysisResult): string[] {
  const { spec } = result;
  if (result.kind === 'encoding' && spec.kind === 'encoding') return encodingMethods(spec, result.report);
  if (result.kind === 'coupling' && spec.kind === 'coupling') return couplingMethods(spec, result.report);
  if (result.kind === 'leadLag' && spec.kind === 'leadLag') return leadLagMethods(spec, result.report);
  if (result.kind === 'intersubject' && spec.kind === 'intersubject')
    return intersubjectMethods(spec, result.report);
  throw new RangeError(`invalid spec: ${spec.kind} (that of its result, ${result.kind})`);
}

/**
 * The methods of an analysis as a paper would tell them, paragraph by paragraph; every number is that of the
 * specification or of the data that took part.
 */
export function methodsParagraphs(result: AnalysisResult): string[] {
  const versions = Object.entries(result.versions).map(([name, version]) => `${name} ${version}`);
  const refused = result.problems.filter(({ severity }) => severity === 'refused');
  return [
    ...(result.study.simulated ? [simulatedWords] : []),
    ...ofKind(result),
    ...(refused.length > 0 ? [`Left out: ${refused.map(({ message }) => message).join('; ')}.`] : []),
    `Computed with ${versions.join(', ')}; the inputs have the SHA-256 ${result.inputsSha256}.`,
  ];
}
