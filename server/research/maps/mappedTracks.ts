import type { Executor } from '@/db/open';
import type { LayoutWish } from '@/ml/projection/layoutChoice';
import type { Caller } from '../../access/caller';
import { toBase64 } from '../../catalogue/tracks/arrays';
import { withSummaries } from '../../retrieval/withSummaries';
import type { FeatureMaps } from './featureMaps';
import type { FeatureMap } from './mapMessages';

/** The maps as pages read them: null while they are made; the tracks in the order of the maps' places. */
export async function mappedTracks(
  executor: Executor,
  caller: Caller,
  { maps, wish }: { maps: FeatureMaps; wish: LayoutWish },
) {
  const answer = await maps.ask(caller, wish);
  if (answer === null) return null;
  const { mapped, revision, ...state } = answer;
  if (mapped === null) return { ...state, revision, mapped: null };
  const tracks = await withSummaries(
    executor,
    caller,
    mapped.trackIds.map((trackId, place) => ({ trackId, place })),
  );
  return {
    ...state,
    revision,
    mapped: {
      tracks,
      original: sent(mapped.original),
      learned: mapped.learned && sent(mapped.learned),
      fault: mapped.fault,
    },
  };
}

/** Places travel as base64 of Float32, x and y of each track in turn. */
function sent({ places, ...map }: FeatureMap) {
  return { ...map, placesBase64: toBase64(places) };
}
