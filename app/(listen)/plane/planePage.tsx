'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Announcement } from '@/app/ui/announcement';
import type { ChangeKind } from '@/app/ui/changeKind';
import { formatCount, formatDistance } from '@/app/ui/format';
import { EmptyState, ErrorState, LoadingState } from '@/app/ui/message/message';
import { Narrowing } from '@/app/ui/narrow/narrowing';
import { filterOf } from '@/app/ui/narrow/narrowUrl';
import { TrackList } from '@/app/ui/trackList/trackList';
import { useUrlState } from '@/app/ui/url/useUrlState';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { IntentionLegend } from './intentionLegend';
import { Plane } from './plane';
import styles from './planePage.module.css';
import { PlaneQuestion } from './planeQuestion';
import { planeUrl } from './planeUrl';
import { useIntentions } from './useIntentions';
import { useMarks } from './useMarks';
import { usePlaneMatches } from './usePlaneMatches';

/** The plane: choose a point, hear what lies near it. */
export function PlanePage() {
  const [state, setState] = useUrlState(planeUrl);
  const [litTrackId, setLit] = useState<number | null>(null);
  const { library, all, within, without } = useMarks(state);
  const answer = usePlaneMatches(state);
  const intentions = useIntentions();
  const choose = (point: EmotionPoint, change: ChangeKind = 'step') => setState({ point }, change);

  return (
    <div className={styles.page}>
      <div className={styles.face}>
        <Plane
          point={state.point}
          onMove={choose}
          marks={within}
          leftOut={without}
          matches={answer.matches}
          litTrackId={litTrackId}
          onLight={setLit}
          intentions={intentions}
        />
      </div>
      <div className={styles.answers}>
        <PlaneQuestion
          point={state.point}
          onChoose={choose}
          tracks={library.data?.count}
          limit={state.limit}
          onLimit={(limit) => setState({ limit })}
        />
        {library.error && (
          <ErrorState
            title="The library could not be read"
            error={library.error}
            onRetry={() => void library.refetch()}
          />
        )}
        {library.data?.count === 0 && <EmptyLibrary />}
        {state.point && all.ids.length > 0 && <Narrowing state={state} onChange={setState} />}
        {intentions.size > 0 && <IntentionLegend lit={intentions.get(litTrackId ?? 0)} />}
        {state.point && all.ids.length > 0 && (
          <Matches
            answer={answer}
            narrowed={filterOf(state) !== undefined}
            litTrackId={litTrackId}
            onLight={setLit}
          />
        )}
      </div>
    </div>
  );
}

function EmptyLibrary() {
  return (
    <EmptyState title="There is no music here yet">
      <p>
        Add some in <Link href="/library">your library</Link>: drop files there, or name a folder. Every track
        appears on the plane as soon as it has been listened to.
      </p>
    </EmptyState>
  );
}

/** A track farther off feels unlike the point: half as far as from one word of the plane to the next. */
const nearDistance = 0.3;

interface MatchesProps {
  answer: ReturnType<typeof usePlaneMatches>;
  narrowed: boolean;
  litTrackId: number | null;
  onLight: (trackId: number | null) => void;
}

function Matches({ answer, narrowed, litTrackId, onLight }: MatchesProps) {
  const { matches } = answer;
  if (answer.error)
    return (
      <ErrorState title="The search failed" error={answer.error} onRetry={() => void answer.refetch()} />
    );
  if (answer.isPending) return <LoadingState>Looking near this point</LoadingState>;
  const nearest = matches[0];
  const summary = nearest
    ? `${formatCount(matches.length, 'track')}, nearest first: ${nearest.title} by ${nearest.artist ?? 'unknown artist'}.`
    : 'No tracks.';
  return (
    <section aria-label="Nearest tracks">
      <Announcement>{summary}</Announcement>
      {nearest && nearest.distance > nearDistance && (
        <p className={styles.far}>
          Nothing lies near this point: the nearest track is {formatDistance(nearest.distance)} away.
        </p>
      )}
      {nearest ? (
        <TrackList
          label="Nearest tracks"
          tracks={matches}
          distanceUnit="from the point, in units of valence and arousal"
          distanceCaption="V-A"
          litTrackId={litTrackId}
          onLight={(track) => onLight(track?.trackId ?? null)}
        />
      ) : (
        <EmptyState title={narrowed ? 'No track fits this narrowing' : 'No track lies here'}>
          <p>{narrowed ? 'Take away a word, or widen the length or the tempo.' : 'Choose another point.'}</p>
        </EmptyState>
      )}
    </section>
  );
}
