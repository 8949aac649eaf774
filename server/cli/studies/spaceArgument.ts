import { AppError } from '../../base/errors';
import { changeKinds } from '../../research/analyses/analysisSpec';

/**
 * A space as the command line names it: "envelope", "vggish:euclidean", "rating joy:signed". Layers of networks have a
 * colon too (NETWORK:LAYER), so that only the name of a change after the last one is a change.
 */
export function spaceArgument(text: string) {
  const rating = /^rating (.+)$/.exec(text)?.[1];
  const named = rating ?? text;
  const at = named.lastIndexOf(':');
  const change = changeKinds.find((kind) => kind === named.slice(at + 1));
  const series = at > 0 && change !== undefined ? named.slice(0, at) : named;
  if (series.trim() === '')
    throw new AppError('invalid', `invalid space: ${text || '(none)'} (the name of a feature)`);
  return {
    name: change === undefined || change === 'none' ? series : `${series} ${change}`,
    from: rating === undefined ? ('feature' as const) : ('rating' as const),
    series,
    change: change ?? ('none' as const),
  };
}
