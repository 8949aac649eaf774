'use client';

import Link from 'next/link';
import { Announcement } from '@/app/ui/announcement';
import { formatClock, formatCount } from '@/app/ui/format';
import { EmptyState, ErrorState, LoadingState } from '@/app/ui/message/message';
import { itemKey } from '@/app/ui/player/playQueue';
import type { ListedTrack } from '@/app/ui/trackList/listedTrack';
import { TrackList } from '@/app/ui/trackList/trackList';
import styles from './drawMatches.module.css';
import type { DrawState } from './drawUrl';
import { toListed } from './listedMatch';
import { distanceUnits, explainMode, explainSearch, shortUnits } from './trajectoryQuery';
import { isLoading, type TrajectoryMatch, type useTrajectoryMatches } from './useTrajectoryMatches';

interface DrawMatchesProps {
  answer: ReturnType<typeof useTrajectoryMatches>;
  state: DrawState;
  /** The `itemKey` of the match that was chosen. */
  chosen: string | null;
  onLight: (key: string | null) => void;
  onChoose: (key: string) => void;
}

/** The answers to a drawing, why they are these, and what to do where there are none. */
export function DrawMatches({ answer, state, chosen, onLight, onChoose }: DrawMatchesProps) {
  if (state.drawing.length === 0) return <HowToDraw />;
  if (answer.error)
    return (
      <ErrorState title="The search failed" error={answer.error} onRetry={() => void answer.refetch()} />
    );
  if (!answer.data) return <LoadingState>Comparing with every track</LoadingState>;
  const { matches, mode, blend, searched } = answer.data;
  if (matches.length === 0 && isLoading(answer.data)) return <LoadingState>Loading the library</LoadingState>;
  if (matches.length === 0) return <NoMatch sections={state.scope === 'section'} searched={searched} />;
  return (
    <section aria-label="Matches" className={styles.matches}>
      <Announcement>{announce(matches)}</Announcement>
      <p className={styles.why}>
        {explainMode(mode, state.mode, blend)} {explainSearch(answer.data)}
      </p>
      <TrackList
        label="Matches"
        tracks={matches.map((match) => toListed(match, state.scope))}
        distanceUnit={distanceUnits[mode]}
        distanceCaption={shortUnits[mode]}
        selectedKey={chosen}
        onSelect={(track) => onChoose(itemKey(track))}
        onLight={(track) => onLight(track && itemKey(track))}
        detail={state.scope === 'section' ? (track) => <Section track={track} /> : undefined}
      />
    </section>
  );
}

function announce(matches: readonly TrajectoryMatch[]): string {
  const [first] = matches;
  return `${formatCount(matches.length, 'match', 'matches')}, nearest first: ${first.title} by ${first.artist ?? 'unknown artist'}.`;
}

function Section({ track }: { track: ListedTrack }) {
  return (
    <span className={styles.section}>
      section {formatClock(track.startSeconds ?? 0)}–{formatClock(track.endSeconds ?? 0)}
    </span>
  );
}

function HowToDraw() {
  return (
    <EmptyState title="Nothing is drawn yet">
      <p>
        Set key points in the lanes by pressing there, begin from one of the movements above, or type them in
        the table. The tracks that move so appear here as you draw.
      </p>
    </EmptyState>
  );
}

function NoMatch({ sections, searched }: { sections: boolean; searched: number }) {
  if (searched === 0)
    return (
      <EmptyState title="There is nothing to compare with">
        <p>
          No track fits the narrowing, or <Link href="/library">your library</Link> is still empty.
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title="No match">
      <p>
        {sections
          ? 'No track is as long as this section: draw a shorter one.'
          : 'Take away a word, or widen the length or the tempo.'}
      </p>
    </EmptyState>
  );
}
