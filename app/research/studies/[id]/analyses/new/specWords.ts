import { formatCount } from '@/app/ui/format';
import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import { hopOf } from './seconds';
import type { EncodingSpec } from './specByKind';

/** What an analysis will do, in a sentence or two. */
export function specWords(spec: AnalysisSpec, study: Study): string {
  const people = formatCount(study.participants.length, 'participant');
  const pieces = formatCount(spec.stimuli?.length ?? study.stimuli.length, 'piece');
  const regions = formatCount(study.targets.length, 'region');
  const listed = (spaces: readonly { name: string }[]) =>
    spaces.length === 0 ? 'nothing yet' : spaces.map(({ name }) => name).join(', ');
  switch (spec.kind) {
    case 'coupling':
      return `Changes of ${listed(spec.spaces)} are correlated with changes of ${listed(spec.scales)}, ${rangeOf(spec.plan.lagsSeconds)} later, for ${people} and ${pieces}; features are compared within participants. ${nullWords(spec.plan.surrogates)}`;
    case 'encoding':
      return `${regions} are predicted from ${spec.plan.layers ? layerWords(spec) : listed(spec.spaces)}, delayed by ${rangeOf(spec.plan.delays.map((delay) => delay * hopOf(study)))}, for ${people}, on ${spec.plan.folds.kind === 'pieces' ? 'pieces' : 'blocks'} that were held out. ${nullWords(spec.plan.null)}`;
    case 'leadLag':
      return `Changes of ${listed(spec.scales)} predict ${regions} at ${rangeOf(spec.plan.lagsSeconds)}, and regions predict ratings to come beyond the rating’s own past and ${listed(spec.spaces)}, for ${people}. ${nullWords(spec.plan.null)}`;
    case 'intersubject':
      return `Every participant’s ${regions} are correlated with the mean of all others, over ${pieces}, for ${people}. ${nullWords(spec.plan.null)}`;
  }
}

/** "12 layers of a network, circumplex:conv1 to circumplex:embedding, each alone and all together". */
function layerWords({ spaces }: Pick<EncodingSpec, 'spaces'>): string {
  if (spaces.length < 2) return 'too few layers';
  const [first, last] = [spaces[0], spaces[spaces.length - 1]];
  return `${spaces.length} layers of a network, ${first.name} to ${last.name}, each alone and all together`;
}

function rangeOf(seconds: readonly number[]): string {
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)].map((each) => Number(each.toFixed(2)));
  return least === most ? `${least} s` : `${least} to ${most} s`;
}

function nullWords(asked: { count: number } | null): string {
  return asked === null ? 'Nothing is tested.' : `Tested against ${formatCount(asked.count, 'surrogate')}.`;
}
