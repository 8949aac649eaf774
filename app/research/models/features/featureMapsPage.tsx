'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '@/app/trpc';
import { formatCount } from '@/app/ui/format';
import { EmptyState, ErrorState, LoadingState } from '@/app/ui/message/message';
import { ProgressBar } from '@/app/ui/progressBar';
import { useUrlState } from '@/app/ui/url/useUrlState';
import { FeatureMaps } from './featureMaps';
import styles from './featureMapsPage.module.css';
import { featuresUrl } from './featuresUrl';
import type { MapsAnswer } from './mapsAnswer';

const askAgainMilliseconds = 700;

/** The person's own library by what the model hears in it, and by what the triplet network makes of that. */
export function FeatureMapsPage() {
  const [{ colouring }, setState] = useUrlState(featuresUrl);
  const trpc = useTRPC();
  const maps = useQuery({
    ...trpc.research.featureMaps.queryOptions(),
    refetchInterval: ({ state }) => (state.data && !state.data.mapped ? askAgainMilliseconds : false),
  });
  const { data } = maps;
  if (maps.error)
    return <ErrorState title="The maps failed" error={maps.error} onRetry={() => void maps.refetch()} />;
  if (data === undefined) return <LoadingState>Laying the library out</LoadingState>;
  if (data === null || data.mapped?.tracks.length === 0) return <TooFewTracks />;
  if (!data.mapped) return <Working answer={data} />;
  return (
    <FeatureMaps
      answer={data}
      mapped={data.mapped}
      colouring={colouring}
      onColour={(next) => setState({ colouring: next })}
    />
  );
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

function Working({ answer }: { answer: MapsAnswer }) {
  return (
    <div className={styles.working} role="status">
      <p>
        Laying out {formatCount(answer.total, 'track')}: {Math.round(100 * answer.progress)} % done.
      </p>
      <ProgressBar label="Laying out the library" fraction={answer.progress} />
    </div>
  );
}
