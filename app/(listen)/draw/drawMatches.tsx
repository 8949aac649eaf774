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
import { distanceUnits, explainLength, explainMode, explainSearch, shortUnits } from './trajectoryQuery';
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
  const { matches, mode, blend, searched, stillDistance } = answer.data;
  if (matches.length === 0 && isLoading(answer.data)) return <LoadingState>Loading the library</LoadingState>;
  if (matches.length === 0) return <NoMatch state={state} searched={searched} />;
  const still = stillDistance ?? Infinity;
  // Said once where it holds for all of them: they come nearest first.
  const noneMoves = matches[0].distance >= still;
  return (
    <section aria-label="Matches" className={styles.matches}>
      <Announcement>{announce(matches)}</Announcement>
      <p className={styles.why}>
        {[explainMode(mode, state.mode, blend), explainSearch(answer.data), explainLength(state)]
          .filter(Boolean)
          .join(' ')}
      </p>
      {noneMoves && (
        <p>
          No {state.scope === 'section' ? 'section' : 'track'} moves quite so: these come nearest, and one
          that stands still would fit as well.
        </p>
      )}
      <TrackList
        label="Matches"
        tracks={matches.map((match) => toListed(match, state.scope))}
        distanceUnit={distanceUnits[mode]}
        distanceCaption={shortUnits[mode]}
        selectedKey={chosen}
        onSelect={(track) => onChoose(itemKey(track))}
        onLight={(track) => onLight(track && itemKey(track))}
        detail={(track) => <Detail track={track} stillDistance={noneMoves ? Infinity : still} />}
      />
    </section>
  );
}

function announce(matches: readonly TrajectoryMatch[]): string {
  const [first] = matches;
  return `${formatCount(matches.length, 'match', 'matches')}, nearest first: ${first.title} by ${first.artist ?? 'unknown artist'}.`;
}

/** Which section a match is, and whether a track that stands still would fit as well. */
function Detail({ track, stillDistance }: { track: ListedTrack; stillDistance: number }) {
  const { startSeconds, endSeconds, distance = 0 } = track;
  const parts = [
    endSeconds !== undefined && `section ${formatClock(startSeconds ?? 0)}–${formatClock(endSeconds)}`,
    distance >= stillDistance && 'fits no better than standing still',
  ].filter(Boolean);
  return parts.length > 0 && <span className={styles.section}>{parts.join(' · ')}</span>;
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

function NoMatch({ state, searched }: { state: DrawState; searched: number }) {
  const sections = state.scope === 'section';
  if (searched === 0 && !sections && state.durationSeconds !== null)
    return (
      <EmptyState title="No track is as long">
        <p>{explainLength(state)} Take the length away to search tracks of any length, or change it.</p>
      </EmptyState>
    );
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
