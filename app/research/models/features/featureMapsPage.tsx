'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '@/app/trpc';
import { EmptyState, ErrorState, LoadingState } from '@/app/ui/message/message';
import { useUrlState } from '@/app/ui/url/useUrlState';
import { FeatureMaps } from './featureMaps';
import { featuresUrl } from './featuresUrl';

const askAgainMilliseconds = 700;

/** The person's own library by what the model hears in it, and by what the triplet network makes of that. */
export function FeatureMapsPage() {
  const [state, setState] = useUrlState(featuresUrl);
  const trpc = useTRPC();
  const { method, perplexity } = state;
  const maps = useQuery({
    ...trpc.research.featureMaps.queryOptions({ method, perplexity }),
    refetchInterval: (query) => (query.state.data && !query.state.data.mapped ? askAgainMilliseconds : false),
    placeholderData: keepPreviousData,
  });
  const { data } = maps;
  if (maps.error)
    return <ErrorState title="The maps failed" error={maps.error} onRetry={() => void maps.refetch()} />;
  if (data === undefined) return <LoadingState>Laying the library out</LoadingState>;
  if (data === null || data.mapped?.tracks.length === 0) return <TooFewTracks />;
  return <FeatureMaps answer={data} state={state} onChange={setState} />;
}

function TooFewTracks() {
  return (
    <EmptyState title="There is too little music for a map">
      <p>
        A map needs five tracks that have been listened to. Add some in{' '}
        <Link href="/library">your library</Link>.
      </p>
    </EmptyState>
  );
}
