'use client';

import { useMemo } from 'react';
import { formatClock, formatDistance } from '@/app/ui/format';
import { moveRowFocus } from '@/app/ui/trackList/rowFocus';
import { useDebounced } from '@/app/ui/useDebounced';
import type { CueQuestion } from '@/ml/film/cue';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { FilmBench } from '../../project/filmBench';
import type { FilmCue } from '@/app/ui/film/filmProject';
import { codeOf } from '../../board/time/filmTime';
import { askedCue } from '../matches/askedCue';
import { fitOf } from '../offset/fitOf';
import type { KnownTrack, KnownTracks } from '../useTracks';
import styles from './cueList.module.css';

interface CueListProps {
  bench: FilmBench;
  tracks: KnownTracks;
}

/** The cues in order of the film, each with its music and how that fits. Up and down move from row to row. */
export function CueList({ bench, tracks }: CueListProps) {
  const { cues } = bench.project;
  const entry = cues.find(({ id }) => id === bench.cueId) ?? cues[0];
  return (
    <ol className={styles.list} aria-label="Cues" onKeyDown={moveRowFocus}>
      {cues.map((cue) => (
        <li key={cue.id}>
          <CueRow
            {...{ bench, cue }}
            track={cue.chosen ? tracks.get(cue.chosen.trackId) : undefined}
            reachable={cue === entry}
          />
        </li>
      ))}
    </ol>
  );
}

interface CueRowProps {
  bench: FilmBench;
  cue: FilmCue;
  track: KnownTrack | null | undefined;
  reachable: boolean;
}

function CueRow({ bench, cue, track, reachable }: CueRowProps) {
  const { film } = bench.project;
  const fit = useChosenFit(bench, cue, track);
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={cue.id === bench.cueId || undefined}
      data-row-control="cue"
      tabIndex={reachable ? 0 : -1}
      onClick={() => bench.selectCue(cue.id)}
    >
      <span className={styles.name}>{cue.name}</span>
      <span className={styles.place}>
        {codeOf(film, cue.inFrame)}–{codeOf(film, cue.outFrame - 1)}
      </span>
      <span className={styles.length}>{formatClock(secondsOf(cue.outFrame - cue.inFrame, film.rate))}</span>
      <span className={styles.track}>{musicWords(cue, track)}</span>
      <span className={styles.fit}>
        {fit && `distance ${formatDistance(fit.distance)}, ± ${fit.place.plusMinusSeconds.toFixed(1)} s`}
      </span>
      <span className={styles.length}>{cue.locked && 'kept'}</span>
    </button>
  );
}

function musicWords({ chosen, alternates }: FilmCue, track: KnownTrack | null | undefined): string {
  if (!chosen) return alternates.length > 0 ? `none chosen, ${alternates.length} kept` : 'no music yet';
  const title = track === null ? 'a track that is gone' : (track?.title ?? '…');
  return alternates.length > 0 ? `${title} (+${alternates.length})` : title;
}

/** A list of fits rests while a hand draws. */
const restMilliseconds = 400;

/** How a cue's chosen music fits; told anew only when what is drawn under this cue has changed. */
function useChosenFit({ project }: FilmBench, cue: FilmCue, track: KnownTrack | null | undefined) {
  const asked = track && cue.chosen ? askedCue(project, cue) : null;
  const question = asked && 'question' in asked ? JSON.stringify(asked.question) : null;
  const rested = useDebounced(question, restMilliseconds);
  const curve = track?.curve;
  const { chosen } = cue;
  return useMemo(
    () => (rested && curve && chosen ? fitOf(JSON.parse(rested) as CueQuestion, curve, chosen) : null),
    [rested, curve, chosen],
  );
}
