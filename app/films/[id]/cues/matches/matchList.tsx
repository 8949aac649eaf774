'use client';

import { useMemo, useState } from 'react';
import { Announcement } from '@/app/ui/announcement';
import { formatCount } from '@/app/ui/format';
import { moveRowFocus } from '@/app/ui/trackList/rowFocus';
import type { CueQuestion } from '@/ml/film/cue';
import type { FilmCue, FilmProject } from '@/app/ui/film/filmProject';
import { shownFit } from '../shownFit';
import { isSameSection, mostAlternates } from '../settings/cueMusic';
import { type CueRow, rowKey } from './cueRows';
import { type MatchDeeds, MatchRow } from './matchRow';
import styles from './matchList.module.css';

interface MatchListProps extends MatchDeeds {
  film: FilmProject['film'];
  cue: FilmCue;
  question: CueQuestion;
  rows: readonly CueRow[];
  /** The row whose music is tried, and whether it sounds. */
  triedKey: string | null;
  isListening: boolean;
  isStale: boolean;
  onLight: (row: CueRow | null) => void;
}

/** The places found for a cue, nearest first. Up and down move from row to row. */
export function MatchList(props: MatchListProps) {
  const { film, cue, question, rows, triedKey, isListening, isStale, onLight, ...deeds } = props;
  const [entered, setEntered] = useState<string | null>(null);
  const entry = rows.some((row) => rowKey(row) === entered) ? entered : rows[0] && rowKey(rows[0]);
  const fits = useMemo(() => rows.map(({ stretch }) => shownFit(question, stretch)), [rows, question]);
  return (
    <>
      <Announcement>{`${formatCount(rows.length, 'place')} found, the nearest in ${rows[0].title}`}</Announcement>
      <ol
        className={styles.list}
        aria-label="Matches"
        data-stale={isStale || undefined}
        onKeyDown={moveRowFocus}
      >
        {rows.map((row, place) => {
          const key = rowKey(row);
          return (
            <li
              key={key}
              onPointerEnter={() => onLight(row)}
              onPointerLeave={() => onLight(null)}
              onFocus={() => {
                setEntered(key);
                onLight(row);
              }}
              onBlur={() => onLight(null)}
            >
              <MatchRow
                {...{ row, film, cue, fit: fits[place], ...deeds }}
                isTried={key === triedKey}
                isListening={key === triedKey && isListening}
                isChosen={cue.chosen !== null && isSameSection(cue.chosen, row.section)}
                notKept={notKept(cue, row)}
                reachable={key === entry}
              />
            </li>
          );
        })}
      </ol>
    </>
  );
}

function notKept({ alternates }: FilmCue, { section }: CueRow): string | null {
  if (alternates.some((other) => isSameSection(other, section))) return 'It is kept already.';
  return alternates.length >= mostAlternates ? `A cue keeps ${mostAlternates} alternates.` : null;
}
