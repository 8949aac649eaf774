import { formatCount } from '@/app/ui/format';
import type { AnalysisSpec, Study } from '@/app/ui/study/studyAnswers';
import { hopOf } from './seconds';
import type { EncodingSpec, LeadLagSpec } from './specByKind';

/** What an analysis will do, in a sentence or two. */
export function specWords(spec: AnalysisSpec, study: Study): string {
  const people = formatCount(spec.participants?.length ?? study.participants.length, 'participant');
  const pieces = formatCount(spec.stimuli?.length ?? study.stimuli.length, 'piece');
  const regions = formatCount(spec.targets?.length ?? study.targets.length, 'region');
  switch (spec.kind) {
    case 'coupling':
      return `Changes of ${listed(spec.spaces)} are correlated with changes of ${listed(spec.scales)}, ${rangeOf(spec.plan.lagsSeconds)} later, for ${people} and ${pieces}; features are compared within participants. ${nullWords(spec.plan.surrogates)}`;
    case 'encoding':
      return `${regions} are predicted from ${spec.plan.layers ? layerWords(spec) : listed(spec.spaces)}, delayed by ${rangeOf(spec.plan.delays.map((delay) => delay * hopOf(study)))}, for ${people}, on ${spec.plan.folds.kind === 'pieces' ? 'pieces' : 'blocks'} that were held out${spec.plan.banded ? ', each space with a penalty of its own' : ''}. ${nullWords(spec.plan.null)}`;
    case 'leadLag':
      return `${leadLagWords(spec, regions)}, at ${rangeOf(spec.plan.lagsSeconds)}, for ${people}. ${nullWords(spec.plan.null)}`;
    case 'intersubject':
      return `Every participant’s ${regions} are correlated with the mean of all others, over ${pieces}, for ${people}. ${nullWords(spec.plan.null)}`;
  }
}

const and = new Intl.ListFormat('en-GB');
const listed = (spaces: readonly { name: string }[]): string =>
  spaces.length === 0 ? 'nothing yet' : and.format(spaces.map(({ name }) => name));

function leadLagWords({ scales, spaces, plan }: LeadLagSpec, regions: string): string {
  const beyond = spaces.length === 0 ? '' : ` and ${listed(spaces)}`;
  const words = {
    'ratings to brain': `changes of ${listed(scales)} predict ${regions}`,
    'brain to ratings': `regions predict changes of ${listed(scales)} beyond the rating’s own past${beyond}`,
  };
  const told = plan.directions.map((direction) => words[direction]).join(', and ');
  return told.charAt(0).toUpperCase() + told.slice(1);
}

/** "12 layers of a network, circumplex:conv1 to circumplex:embedding, each alone and all together". */
function layerWords({ spaces }: Pick<EncodingSpec, 'spaces'>): string {
  if (spaces.length < 2) return 'too few layers';
  const [first, last] = [spaces[0], spaces[spaces.length - 1]];
  return `${spaces.length} layers of a network, ${first.name} to ${last.name}, each alone and all together`;
}

function rangeOf(seconds: readonly number[]): string {
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)].map((each) =>
    String(Number(each.toFixed(2))).replace('-', '−'),
  );
  return least === most ? `${least} s` : `${least} to ${most} s`;
}

function nullWords(asked: { count: number } | null): string {
  return asked === null ? 'Nothing is tested.' : `Tested against ${formatCount(asked.count, 'surrogate')}.`;
}
