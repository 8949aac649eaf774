'use client';

import { Button, IconButton } from '@/app/ui/button';
import { formatDistance } from '@/app/ui/format';
import names from '@/app/ui/trackNames.module.css';
import { nearestFrame } from '@/ml/timeCode/gridSeconds';
import type { FilmProject } from '@/app/ui/film/filmProject';
import { codeOf } from '../../board/time/filmTime';
import { FitCurve } from '../fitCurve';
import type { ShownFit } from '../shownFit';
import type { CueRow } from './cueRows';
import { certainWords, missWords } from './matchWords';
import styles from './matchRow.module.css';

export interface MatchDeeds {
  /** Looks at it: it is tried in place of what was chosen, and drawn over the curve. */
  onTry: (row: CueRow) => void;
  onListen: (row: CueRow) => void;
  onChoose: (row: CueRow) => void;
  onKeep: (row: CueRow) => void;
  onGoTo: (frame: number) => void;
}

interface MatchRowProps extends MatchDeeds {
  row: CueRow;
  film: FilmProject['film'];
  cue: { inFrame: number };
  fit: ShownFit;
  isTried: boolean;
  isChosen: boolean;
  isListening: boolean;
  /** Why it cannot be kept as an alternate; null where it can. */
  notKept: string | null;
  /** Whether the tab key stops here. */
  reachable: boolean;
}

/** A place in a track that follows the cue: what it is, how it fits, and what may be done with it. */
export function MatchRow(props: MatchRowProps) {
  const { row, film, cue, fit, isTried, isChosen, isListening, notKept, reachable } = props;
  const tabIndex = reachable ? 0 : -1;
  const name = row.artist ? `${row.title} by ${row.artist}` : row.title;
  const worstFrame = cue.inFrame + nearestFrame(row.worst.start, film.rate);
  return (
    <div
      className={styles.row}
      data-tried={isTried || undefined}
      onClick={(event) => {
        const onControl = event.target instanceof Element && event.target.closest('button');
        if (!onControl) props.onTry(row);
      }}
    >
      <IconButton
        icon={isListening ? 'pause' : 'play'}
        kind="plain"
        size="small"
        aria-label={
          row.missing
            ? `${name} cannot be heard: file not found`
            : `${isListening ? 'Stop' : 'Listen to'} ${name}`
        }
        isDisabled={row.missing}
        data-row-control="listen"
        excludeFromTabOrder={!reachable}
        onPress={() => props.onListen(row)}
      />
      <button
        type="button"
        className={styles.names}
        aria-pressed={isTried}
        aria-label={`Compare ${name} with the drawing, distance ${formatDistance(row.distance)}`}
        data-row-control="try"
        tabIndex={tabIndex}
        onClick={() => props.onTry(row)}
      >
        <span className={names.title} dir="auto">
          {row.title}
        </span>
        <span className={names.artist} dir="auto">
          {row.artist ?? 'Unknown artist'}
          {row.missing && ' · file not found'}
          {isChosen && ' · chosen'}
        </span>
      </button>
      <span className={styles.fit}>
        <FitCurve fit={fit} />
      </span>
      <span className={styles.distance} title="distance from the drawing">
        {formatDistance(row.distance)}
      </span>
      <Button
        size="small"
        isDisabled={isChosen}
        aria-label={`Choose ${name}`}
        data-row-control="choose"
        excludeFromTabOrder={!reachable}
        onPress={() => props.onChoose(row)}
      >
        {isChosen ? 'Chosen' : 'Choose'}
      </Button>
      <p className={styles.more}>
        <button
          type="button"
          className={styles.worst}
          data-row-control="worst"
          tabIndex={tabIndex}
          aria-label={`Go to its worst moment, ${codeOf(film, worstFrame)}`}
          onClick={() => props.onGoTo(worstFrame)}
        >
          worst at {codeOf(film, worstFrame)} ({formatDistance(row.worst.distance)})
        </button>
        <span>{certainWords(row.plusMinusSeconds, row.rivals)}</span>
        {row.hits && (
          <span className={styles.hits}>
            hits{' '}
            {row.hits.misses.map((miss, place) => (
              <span key={place} className={styles.miss}>
                {missWords(miss)}
              </span>
            ))}
          </span>
        )}
        <button
          type="button"
          className={styles.worst}
          data-row-control="keep"
          tabIndex={tabIndex}
          disabled={notKept !== null}
          title={notKept ?? undefined}
          aria-label={`Keep ${name} as an alternate`}
          onClick={() => props.onKeep(row)}
        >
          keep
        </button>
      </p>
    </div>
  );
}
