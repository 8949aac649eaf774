import { availableParallelism } from 'node:os';
import { encode } from '@/ml/encoding/encode';
import { couple } from '@/ml/coupling/couple';
import type { PreparedStudy } from '@/ml/encoding/preparedStudy';
import { AppError } from '../../base/errors';
import { startThread } from '../../base/startThread';
import { prepareStudy } from '../studies/prepare/prepareStudy';
import type { StudyInput } from '../studies/prepare/studyInput';
import type { AnalysisReport, AnalysisResult } from './analysisResult';
import type { AnalysisSpec } from './analysisSpec';
import { inputsHash } from './inputsHash';
import { intersubjectReport } from './intersubjectReport';
import { leadLagAnswer } from './leadLagAnswer';
import { programVersions } from './programVersions';

/** The share of the work that reading and preparing is told as. */
const preparingShare = 0.05;

/**
 * Computes an analysis: the study prepared, then what its specification asks. Equal studies, specifications and versions
 * give equal results. Throws AppError 'invalid' for what the study cannot answer, in words that name what is wrong.
 */
export async function runAnalysis(
  { title, spec, study }: { title: string; spec: AnalysisSpec; study: StudyInput },
  onProgress: (fraction: number) => void,
): Promise<AnalysisResult> {
  const prepared = await prepareStudy(study, spec, {
    onProgress: (fraction) => onProgress(fraction * preparingShare),
  });
  const report = await computed(prepared.study, spec, (fraction) =>
    onProgress(preparingShare + fraction * (1 - preparingShare)),
  );
  const versions = programVersions();
  return {
    format: 'circumplex analysis',
    formatVersion: 1,
    study: { title: study.title, simulated: study.simulated },
    title,
    spec,
    seed: spec.plan.seed,
    versions,
    inputsSha256: inputsHash(spec, study, { used: prepared.used, versions }),
    inputs: prepared.used.map(({ kind, stimulus, participant, name, sha256 }) => ({
      ...{ kind, stimulus, participant, name, sha256 },
    })),
    problems: prepared.problems,
    ...report,
  };
}

async function computed(
  study: PreparedStudy,
  spec: AnalysisSpec,
  onProgress: (fraction: number) => void,
): Promise<AnalysisReport> {
  try {
    return await reportOf(study, spec, onProgress);
  } catch (error) {
    // What ml refuses of a plan or a study is the asker's to mend.
    if (error instanceof RangeError) throw new AppError('invalid', error.message, { cause: error });
    throw error;
  }
}

async function reportOf(
  study: PreparedStudy,
  spec: AnalysisSpec,
  onProgress: (fraction: number) => void,
): Promise<AnalysisReport> {
  const spaces = 'spaces' in spec ? spec.spaces.map(({ name }) => name) : [];
  switch (spec.kind) {
    case 'encoding': {
      const startHelper = () => startThread(new URL('./surrogateThread.ts', import.meta.url));
      const options = { onProgress, threads: availableParallelism(), startHelper };
      return { kind: 'encoding', report: await encode(study, { ...spec.plan, spaces }, options) };
    }
    case 'coupling': {
      const scales = spec.scales.map(({ name }) => name);
      const plan = { ...spec.plan, features: spaces, scales };
      return { kind: 'coupling', report: await couple(study, plan, { onProgress }) };
    }
    case 'intersubject':
      return { kind: 'intersubject', report: await intersubjectReport(study, spec.plan, onProgress) };
    case 'leadLag':
      return { kind: 'leadLag', report: await leadLagAnswer(study, spec, onProgress) };
  }
}
