import { couple } from '@/ml/coupling/couple';
import { encode } from '@/ml/encoding/encode';
import type { PreparedStudy } from '@/ml/encoding/preparedStudy';
import { prepareSimulated } from '@/ml/simulation/prepareSimulated';
import { defaultSimulation } from '@/ml/simulation/simulationPlan';
import { simulateStudy } from '@/ml/simulation/simulateStudy';
import { defaultSynthetic, syntheticSounds } from '@/ml/simulation/syntheticSounds';
import type { AnalysisResult } from '../../analyses/analysisResult';
import { analysisSpec, type AnalysisSpecInput } from '../../analyses/analysisSpec';
import { leadLagAnswer } from '../../analyses/leadLagAnswer';

/** A name that would break out of any markup and run in any spreadsheet. */
export const hostileName = `=cmd|'/c'!A1"><script>alert(1)</script>\u202e`;

/** A small study whose second region has a hostile name. */
function smallStudy(): PreparedStudy {
  const sounds = syntheticSounds({ ...defaultSynthetic, columns: 2, lengthScale: 0.3 });
  const study = prepareSimulated(sounds, simulateStudy(sounds, { ...defaultSimulation, participants: 4 }));
  const targets = study.targets.map((target, place) =>
    place === 1 ? { ...target, name: hostileName } : target,
  );
  return { ...study, targets };
}

const spaceOf = (name: string) => ({ name, series: name });

type EncodingInput = AnalysisSpecInput & { kind: 'encoding' };
type CouplingInput = AnalysisSpecInput & { kind: 'coupling' };

function resultOf<Kind extends AnalysisResult['kind']>(
  input: AnalysisSpecInput & { kind: Kind },
  report: Extract<AnalysisResult, { kind: Kind }>['report'],
): AnalysisResult {
  const result = {
    format: 'circumplex analysis',
    formatVersion: 1,
    study: { title: 'A study', simulated: true },
    title: 'An analysis',
    spec: analysisSpec.parse(input),
    seed: 7,
    versions: { circumplex: '1.2.3' },
    inputsSha256: 'ab'.repeat(32),
    inputs: [
      {
        kind: 'recording',
        stimulus: 'happy',
        participant: hostileName,
        name: 'recording',
        sha256: 'cd'.repeat(32),
      },
    ],
    problems: [
      {
        severity: 'refused',
        code: 'constant',
        ...{ seriesId: 1, participant: '33', stimulus: 'happy', region: 'dmPFC' },
        message: 'invalid recording of sub-33, happy, region dmPFC: every sample is 0 (leave the run out)',
      },
    ],
    kind: input.kind,
    report,
  };
  // As it comes out of the file that it is kept in.
  return JSON.parse(JSON.stringify(result)) as AnalysisResult;
}

/** An encoding analysis of the small study, of its spaces as what they are or as if they were layers of a network. */
export async function encodingResult(layers?: true): Promise<AnalysisResult> {
  const spaces = ['envelope', 'embedding'];
  const input: EncodingInput = {
    kind: 'encoding',
    spaces: spaces.map(spaceOf),
    plan: {
      layers,
      delays: [3, 4, 5, 6],
      alphas: [1, 100, 10_000],
      null: { kind: 'phase', count: 9, refit: true },
      seed: 7,
    },
  };
  const spec = analysisSpec.parse(input);
  if (spec.kind !== 'encoding') throw new Error(`invalid kind: ${spec.kind} (encoding)`);
  return resultOf(input, await encode(smallStudy(), { ...spec.plan, spaces }));
}

/** A coupling analysis of the small study. */
export async function couplingResult(): Promise<AnalysisResult> {
  const features = ['envelope change', 'embedding change'];
  const scales = ['emotionality change', 'enjoyment change'];
  const input: CouplingInput = {
    kind: 'coupling',
    spaces: features.map(spaceOf),
    scales: scales.map(spaceOf),
    plan: { surrogates: { kind: 'phase', count: 19 }, seed: 7 },
  };
  const spec = analysisSpec.parse(input);
  if (spec.kind !== 'coupling') throw new Error(`invalid kind: ${spec.kind} (coupling)`);
  return resultOf(input, await couple(smallStudy(), { ...spec.plan, features, scales }));
}

/** An analysis of leads and lags of the small study. */
export async function leadLagResult(): Promise<AnalysisResult> {
  const scales = ['emotionality change', 'enjoyment change'];
  const input: AnalysisSpecInput & { kind: 'leadLag' } = {
    kind: 'leadLag',
    spaces: [spaceOf('envelope')],
    scales: scales.map(spaceOf),
    plan: {
      lagsSeconds: [-4, 0, 4],
      featureDelays: [0, 1],
      pastSeconds: 2,
      alphas: [1, 100],
      null: { count: 3 },
      seed: 7,
    },
  };
  const spec = analysisSpec.parse(input);
  if (spec.kind !== 'leadLag') throw new Error(`invalid kind: ${spec.kind} (leadLag)`);
  return resultOf(input, await leadLagAnswer(smallStudy(), spec, () => undefined));
}
