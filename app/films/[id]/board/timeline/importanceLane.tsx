'use client';

import type { CSSProperties, KeyboardEvent } from 'react';
import { nearestFrame, secondsOf } from '@/ml/timeCode/gridSeconds';
import type { ImportanceStretch } from '@/app/ui/film/filmProject';
import { placeStretch } from '../edits/placeStretch';
import { weightName } from '../edits/weightName';
import { codeOf, framesOfSecond } from '../time/filmTime';
import type { Board } from '../useBoard';
import { framesByKey, removes } from './blockKeys';
import styles from './importanceLane.module.css';
import row from './laneRow.module.css';
import { LaneRow } from './laneRow';
import { pressedPart, SpanBlock, type SpanPart } from './spanBlock';
import { useLanePointer } from './useLanePointer';

/** A new stretch counts double. */
const newWeight = 2;

interface Held {
  part: SpanPart;
  /** As it was when it was taken hold of. */
  stretch: ImportanceStretch;
  /** All but it. */
  others: readonly ImportanceStretch[];
}

/** What counts more or less than usual: drawn by a drag, moved by its edges, weighed by the keys 0 to 4. */
export function ImportanceLane({ board }: { board: Board }) {
  const { bench, viewState, selection, select } = board;
  const { importance } = bench.project;
  const pointer = useLanePointer<Held>({
    viewState,
    take(event, seconds) {
      const pressed = pressedPart(event.target);
      if (pressed) {
        select({ kind: 'stretch', place: pressed.place });
        return {
          part: pressed.part,
          stretch: importance[pressed.place],
          others: importance.toSpliced(pressed.place, 1),
        };
      }
      if (event.pointerType === 'touch') return null;
      const start = board.snap(seconds, { isFree: event.altKey });
      return { part: 'end', stretch: { start, end: start, weight: newWeight }, others: importance };
    },
    drag: ({ part, stretch, others }, place) => {
      const edge = part === 'end' ? stretch.end : stretch.start;
      const to = board.snap(edge + place.bySeconds, place);
      putStretch(board, { others, stretch: movedStretch(board, { part, stretch }, to) }, place.gesture);
    },
    drop: (_, { moved }) => {
      if (!moved && selection?.kind === 'stretch') bench.selectCue(null);
    },
  });
  return (
    <LaneRow name="counts" height={1.5} {...pointer}>
      {importance.length === 0 && <p className={row.hint}>Drag here over what must fit, or does not count</p>}
      {importance.map((stretch, place) => (
        <StretchBlock key={place} {...{ board, stretch, place }} />
      ))}
    </LaneRow>
  );
}

function StretchBlock({
  board,
  stretch,
  place,
}: {
  board: Board;
  stretch: ImportanceStretch;
  place: number;
}) {
  const { film, viewState, selection, select } = board;
  const code = (seconds: number) => codeOf(film, nearestFrame(seconds, film.rate));
  return (
    <div className={styles.weighed} style={{ '--weight': stretch.weight } as CSSProperties}>
      <SpanBlock
        view={viewState.view}
        place={place}
        start={stretch.start}
        end={stretch.end}
        name={weightName(stretch.weight)}
        words={{ start: code(stretch.start), end: code(stretch.end) }}
        isSelected={selection?.kind === 'stretch' && selection.place === place}
        onSelect={() => select({ kind: 'stretch', place })}
        onKey={(part, event) => changeByKey(board, { place, part }, event)}
        look={stretch.weight === 0 ? 'weight-0' : 'weight-over'}
      >
        <span className={styles.weight}>×{stretch.weight}</span>
        {stretch.weight === 0 && <span className={styles.told}>dialogue</span>}
      </SpanBlock>
    </div>
  );
}

/** A stretch with an edge, or all of it, at another time; an edge drawn past the other takes its place. */
function movedStretch(
  { lengthSeconds }: Board,
  { part, stretch }: Pick<Held, 'part' | 'stretch'>,
  to: number,
): ImportanceStretch {
  const { start, end, weight } = stretch;
  const held = (seconds: number) => Math.min(lengthSeconds, Math.max(0, seconds));
  if (part === 'body') {
    const first = Math.min(lengthSeconds - (end - start), Math.max(0, to));
    return { start: first, end: first + (end - start), weight };
  }
  const fixed = part === 'end' ? start : end;
  return { start: Math.min(fixed, held(to)), end: Math.max(fixed, held(to)), weight };
}

function putStretch(
  { bench, film, select }: Board,
  { others, stretch }: { others: readonly ImportanceStretch[]; stretch: ImportanceStretch },
  gesture?: string,
): void {
  if (stretch.end - stretch.start < secondsOf(1, film.rate) / 2) return;
  const { importance, place } = placeStretch(others, stretch);
  bench.edit((project) => ({ ...project, importance }), { gesture });
  select({ kind: 'stretch', place });
}

function changeByKey(
  board: Board,
  { place, part }: { place: number; part: SpanPart },
  event: KeyboardEvent,
): void {
  const { bench, film, select } = board;
  const { importance } = bench.project;
  const [stretch, others] = [importance[place], importance.toSpliced(place, 1)];
  const frames = framesByKey(event, framesOfSecond(film));
  if (frames !== null) {
    const to = (part === 'end' ? stretch.end : stretch.start) + secondsOf(frames, film.rate);
    const moved = movedStretch(board, { part, stretch }, to);
    putStretch(board, { others, stretch: moved }, `stretch ${part} ${event.key}`);
  } else if (/^[0-4]$/.test(event.key)) {
    bench.edit((project) => ({
      ...project,
      importance: importance.with(place, { ...stretch, weight: Number(event.key) }),
    }));
  } else if (removes(event)) {
    bench.edit((project) => ({ ...project, importance: others }));
    select(null);
  } else return;
  event.preventDefault();
}
