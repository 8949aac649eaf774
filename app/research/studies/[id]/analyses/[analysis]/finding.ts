import { formatProbability, formatStatistic } from '@/app/ui/study/analysisWords';
import type { AnalysisResult } from '@/app/ui/study/studyAnswers';
import { formatCount } from '@/app/ui/format';
import { isTold, jointFloor, shortLayers } from '@/ml/brain/layerValues';
import { fullModel, type EncodingResult, type TestedMap } from './encodingMaps';
import { alpha } from './mapValues';

type LayersReport = NonNullable<EncodingResult['report']['layers']>;
type Named = readonly { name: string }[];

/** What an encoding analysis found, in sentences with numbers. */
export function encodingFinding({ report, spec }: EncodingResult): string {
  const score = spec.kind === 'encoding' && spec.plan.score === 'r2' ? 'R²' : 'r';
  const full = fullModel(report);
  const { layers } = report;
  const from = layers ? `${layers.layers.length} layers together` : full.spaces.join(', ');
  const first = `${mapWords(`predicted from ${from}`, report.targets, { tested: full.groups.all, score })}`;
  if (layers) return `${first} ${layersFinding(report.targets, layers, full.groups.all)}`;
  const uniques = report.contributions
    .filter(({ kind }) => kind === 'unique')
    .map(({ spaces, groups }) => uniqueWords(spaces[0], report.targets, groups.all))
    .filter((words) => words !== null);
  return [first, ...uniques].join(' ');
}

/** How often one layer is told apart from every other, and which ones are. */
function layersFinding(targets: Named, { layers, groups }: LayersReport, joint: TestedMap): string {
  const told = groups.all.filter((_, target) => isTold(joint, target, jointFloor(joint)));
  const sure = told.filter(({ best, tied }) => best !== null && tied.length === 0);
  const names = layers.map(({ name }) => name);
  const counts = shortLayers(names)
    .map((name, place) => ({ name, count: sure.filter(({ best }) => best === names[place]).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} in ${count}`);
  const regions = formatCount(told.length, 'region');
  if (told.length === 0) return `No layer is preferred where all together predict none of ${targets.length}.`;
  return counts.length === 0
    ? `In none of ${regions} that the layers together predict is one layer told apart from every other.`
    : `Of ${regions} that the layers together predict, one layer is told apart from every other in ${sure.length}: ${counts.join(', ')}.`;
}

/** What the correlation between people found. */
export function intersubjectFinding({ report }: Extract<AnalysisResult, { kind: 'intersubject' }>): string {
  return mapWords('alike between people', report.targets, { tested: report.tested, score: 'r' });
}

function mapWords(
  deed: string,
  targets: Named,
  { tested, score }: { tested: TestedMap; score: string },
): string {
  const best = largest(tested.observed);
  const regions = formatCount(targets.length, 'region');
  const strongest = `${targets[best].name}, mean ${score} = ${formatStatistic(tested.observed[best])}`;
  if (tested.pFamily === null)
    return `Of ${regions}, best ${deed} is ${strongest}; nothing was tested against chance.`;
  const found = tested.pFamily.filter((p) => p < alpha).length;
  const probability = formatProbability(tested.pFamily[best]);
  if (found === 0)
    return `None of ${regions} is ${deed} beyond chance; the strongest is ${strongest} (family-wise ${probability}).`;
  return `${found} of ${regions} ${found === 1 ? 'is' : 'are'} ${deed} beyond chance, most of all ${strongest} (family-wise ${probability}).`;
}

/** At most so many regions are named. */
const mostNamed = 4;

function uniqueWords(space: string, targets: Named, { observed, pFamily }: TestedMap): string | null {
  if (pFamily === null) return null;
  const found = targets
    .map(({ name }, index) => ({ name, value: observed[index], p: pFamily[index] }))
    .filter(({ p }) => p < alpha)
    .sort((one, other) => other.value - one.value);
  if (found.length === 0) return `Nothing is unique to ${space}.`;
  const names = found.slice(0, mostNamed).map(({ name }) => name);
  const more = found.length - names.length;
  return `Unique to ${space}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** What went with the ratings of one scale. */
export function couplingFinding(
  scale: Extract<AnalysisResult, { kind: 'coupling' }>['report']['scales'][number],
): string {
  const tested = Object.entries(scale.surrogates).flatMap(([feature, found]) =>
    found ? [{ feature, ...found }] : [],
  );
  const found = tested.filter(({ p }) => p < alpha).sort((one, other) => other.z - one.z);
  const words = found.map(
    ({ feature, z, p }) => `${feature} (mean z = ${formatStatistic(z)}, ${formatProbability(p)})`,
  );
  const first =
    tested.length === 0
      ? `Nothing was tested against surrogates.`
      : words.length === 0
        ? `No feature goes with ${scale.scale} more than its surrogates.`
        : `What goes with ${scale.scale} beyond chance: ${words.join(', ')}.`;
  const effect = scale.anova?.find((each) => each.effect === 'feature');
  if (!effect) return first;
  const differ = effect.pGreenhouseGeisser < alpha ? 'Features differ' : 'Features do not differ';
  return `${first} ${differ}: F(${effect.degrees}, ${effect.errorDegrees}) = ${effect.f.toFixed(2)}, ${formatProbability(effect.pGreenhouseGeisser)} after Greenhouse and Geisser.`;
}

export const largest = (values: readonly number[]): number =>
  values.reduce((best, value, index) => (value > values[best] ? index : best), 0);
