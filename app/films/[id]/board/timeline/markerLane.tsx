'use client';

import { useMemo, type KeyboardEvent } from 'react';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { percent } from '@/app/ui/percent';
import type { FilmMarker } from '@/app/ui/film/filmProject';
import { placeMarker } from '../edits/placeMarker';
import { codeOf, framesOfSecond, heldFrame } from '../time/filmTime';
import { spaced, within } from '../time/spaced';
import { shareOf } from '../time/timeView';
import { nearestEdge, type Board } from '../useBoard';
import { framesByKey, removes } from './blockKeys';
import { LaneRow } from './laneRow';
import { markerCss } from './markerColours';
import { MarkerNaming } from './markerNaming';
import styles from './markerLane.module.css';
import { useLanePointer } from './useLanePointer';

/** Of markers that lie closer than this, in CSS pixels, the first is shown. */
const leastPixels = 7;

interface Held {
  marker: FilmMarker;
  others: readonly FilmMarker[];
}

/** The markers of the film: dragged, named by Enter or a double click, removed by Delete. */
export function MarkerLane({ board }: { board: Board }) {
  const { bench, film, viewState, naming, setNaming } = board;
  const { markers } = bench.project;
  const pointer = useLanePointer<Held>({
    viewState,
    take(event) {
      const element =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-marker]') : null;
      if (!element) return null;
      const place = Number(element.dataset.marker);
      board.select({ kind: 'marker', place });
      return { marker: markers[place], others: markers.toSpliced(place, 1) };
    },
    drag({ marker, others }, place) {
      const seconds = secondsOf(marker.frame, film.rate);
      const to = board.snap(seconds + place.bySeconds, { ...place, except: currentSeconds(board) });
      putMarker(board, { others, marker: { ...marker, frame: nearestEdge(board, to) } }, place.gesture);
    },
    drop: (_, { moved }) => {
      if (!moved) showSelected(board);
    },
  });
  return (
    <LaneRow name="markers" height={1.5} {...pointer}>
      {useShownMarkers(board).map(({ marker, place, room }) => (
        <MarkerFlag key={place} {...{ board, marker, place, room }} />
      ))}
      {naming !== null && markers[naming] && (
        <MarkerNaming key={naming} {...{ board, place: naming }} onDone={() => setNaming(null)} />
      )}
    </LaneRow>
  );
}

/** The markers in sight that have room. */
function useShownMarkers({ bench, film, viewState, width }: Board) {
  const { markers } = bench.project;
  const { view } = viewState;
  return useMemo(() => {
    const all = markers.map((marker, place) => ({
      marker,
      place,
      seconds: secondsOf(marker.frame, film.rate),
    }));
    const ordered = all.toSorted((one, other) => one.seconds - other.seconds);
    const margin = 0.15 * view.span;
    const inSight = within(ordered, ({ seconds }) => seconds, {
      ...{ from: view.from - margin, to: view.from + view.span },
    });
    const shown = spaced(inSight, ({ seconds }) => seconds, (leastPixels * view.span) / Math.max(1, width));
    return shown.map((item, index) => ({
      ...item,
      room: index + 1 < shown.length ? (shown[index + 1].seconds - item.seconds) / view.span : 1,
    }));
  }, [markers, film.rate, view, width]);
}

interface MarkerFlagProps {
  board: Board;
  marker: FilmMarker;
  place: number;
  /** Up to the next marker, as a share of the lane. */
  room: number;
}

function MarkerFlag({ board, marker, place, room }: MarkerFlagProps) {
  const { film, viewState, selection, select } = board;
  const { frame, durationFrames, name, colour } = marker;
  const left = shareOf(viewState.view, secondsOf(frame, film.rate));
  const width = secondsOf(durationFrames, film.rate) / viewState.view.span;
  return (
    <div
      role="button"
      tabIndex={0}
      className={styles.flag}
      style={{
        left: percent(left),
        minWidth: width > 0 ? percent(width) : undefined,
        maxWidth: `min(14rem, ${percent(room)})`,
      }}
      data-marker={place}
      data-selected={(selection?.kind === 'marker' && selection.place === place) || undefined}
      aria-label={`Marker ${name} at ${codeOf(film, frame)}`}
      onFocus={() => select({ kind: 'marker', place })}
      onDoubleClick={() => board.setNaming(place)}
      onKeyDown={(event) => changeByKey(board, place, event)}
    >
      <svg className={styles.sign} width="10" height="14" viewBox="0 0 10 14" aria-hidden="true">
        <path d="M0.5,0.5h9v7l-4.5,5l-4.5,-5z" style={{ fill: markerCss(colour) }} />
      </svg>
      <span className={styles.name}>{name}</span>
    </div>
  );
}

function changeByKey(board: Board, place: number, event: KeyboardEvent): void {
  const { bench, film, select, setNaming } = board;
  const { markers } = bench.project;
  const [marker, others] = [markers[place], markers.toSpliced(place, 1)];
  const frames = framesByKey(event, framesOfSecond(film));
  if (frames !== null) {
    const moved = { ...marker, frame: marker.frame + frames };
    putMarker(board, { others, marker: moved }, `marker ${event.key}`);
  } else if (event.key === 'Enter') setNaming(place);
  else if (removes(event)) {
    bench.edit((project) => ({ ...project, markers: others }));
    select(null);
  } else return;
  event.preventDefault();
}

function putMarker(
  { bench, film, select }: Board,
  { others, marker }: { others: readonly FilmMarker[]; marker: FilmMarker },
  gesture: string,
): void {
  const { markers, place } = placeMarker(others, { ...marker, frame: heldFrame(film, marker.frame) });
  bench.edit((project) => ({ ...project, markers }), { gesture });
  select({ kind: 'marker', place });
}

/** Where the selected marker is now, so that it does not snap to itself. */
function currentSeconds({ bench, film, selection }: Board): number | undefined {
  const marker = selection?.kind === 'marker' ? bench.project.markers[selection.place] : undefined;
  return marker && secondsOf(marker.frame, film.rate);
}

function showSelected({ bench, selection, transport }: Board): void {
  const marker = selection?.kind === 'marker' ? bench.project.markers[selection.place] : undefined;
  if (marker) transport.seek(marker.frame);
}
