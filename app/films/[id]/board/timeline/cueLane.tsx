'use client';

import { useState, type KeyboardEvent } from 'react';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { percent } from '@/app/ui/percent';
import { changeCue } from '../../project/changeCue';
import type { FilmCue } from '@/app/ui/film/filmProject';
import { roomOf, shiftedCue, trimmedCue, type FrameRange } from '../edits/moveCue';
import { codeOf, framesOfSecond } from '../time/filmTime';
import { shareOf } from '../time/timeView';
import { nearestEdge, type Board } from '../useBoard';
import { framesByKey, removes } from './blockKeys';
import styles from './cueLane.module.css';
import row from './laneRow.module.css';
import { LaneRow } from './laneRow';
import { pressedPart, SpanBlock, type SpanPart } from './spanBlock';
import { useLanePointer, type LanePlace } from './useLanePointer';

/** A cue that is held, as it was; a stretch that is drawn has none. */
type Held = { part: SpanPart; cue: FilmCue } | { from: number };

interface CueLaneProps {
  board: Board;
  /** Makes a cue on a stretch. */
  onNewCue: (range: FrameRange) => void;
  /** Told when a cue is taken. */
  onCue: () => void;
}

/** The cues of the film: dragged, trimmed, and drawn where there is none. */
export function CueLane({ board, onNewCue, onCue }: CueLaneProps) {
  const { bench, film, viewState } = board;
  const { cues } = bench.project;
  const [drawn, setDrawn] = useState<FrameRange | null>(null);
  const rangeOf = (from: number, place: LanePlace): FrameRange => {
    const to = nearestEdge(board, board.snap(place.seconds, place));
    return { inFrame: Math.min(from, to), outFrame: Math.max(from, to) };
  };
  const pointer = useLanePointer<Held>({
    viewState,
    take(event, seconds) {
      const pressed = pressedPart(event.target);
      if (pressed) return { part: pressed.part, cue: cues[pressed.place] };
      if (event.pointerType === 'touch') return null;
      return { from: nearestEdge(board, board.snap(seconds, { isFree: event.altKey })) };
    },
    drag(held, place) {
      if ('from' in held) setDrawn(rangeOf(held.from, place));
      else dragCue(board, held, place);
    },
    drop(held, place) {
      setDrawn(null);
      if (!('from' in held)) {
        bench.selectCue(held.cue.id);
        return onCue();
      }
      const range = rangeOf(held.from, place);
      if (!place.moved) bench.selectCue(null);
      else if (range.inFrame < range.outFrame) onNewCue(range);
    },
  });
  return (
    <LaneRow name="cues" height={2} {...pointer}>
      {cues.length === 0 && !drawn && (
        <p className={row.hint}>Drag here for a cue, or set in and out and press C</p>
      )}
      {cues.map((cue, place) => (
        <CueBlock key={cue.id} {...{ board, cue, place, onCue }} />
      ))}
      {drawn && (
        <span
          className={styles.drawn}
          style={{
            left: percent(shareOf(viewState.view, secondsOf(drawn.inFrame, film.rate))),
            right: percent(1 - shareOf(viewState.view, secondsOf(drawn.outFrame, film.rate))),
          }}
        />
      )}
    </LaneRow>
  );
}

interface CueBlockProps extends Pick<CueLaneProps, 'board' | 'onCue'> {
  cue: FilmCue;
  place: number;
}

function CueBlock({ board, cue, place, onCue }: CueBlockProps) {
  const { bench, film, viewState } = board;
  const { inFrame, outFrame } = cue;
  return (
    <SpanBlock
      view={viewState.view}
      place={place}
      start={secondsOf(inFrame, film.rate)}
      end={secondsOf(outFrame, film.rate)}
      name={`Cue ${cue.name}`}
      words={{ start: codeOf(film, inFrame), end: codeOf(film, outFrame) }}
      isSelected={cue.id === bench.cueId}
      onSelect={() => {
        bench.selectCue(cue.id);
        onCue();
      }}
      onKey={(part, event) => moveByKey(board, { cue, part }, event)}
    >
      <Fades cue={cue} />
      <span className={styles.name}>{cue.name}</span>
      {cue.chosen && (
        <span className={styles.sign} title="has music">
          ♪
        </span>
      )}
      {cue.locked && <span className={styles.sign}>locked</span>}
    </SpanBlock>
  );
}

/** How the music comes and goes, as lines from silence to its level. */
function Fades({ cue: { inFrame, outFrame, fadeInFrames, fadeOutFrames } }: { cue: FilmCue }) {
  if (fadeInFrames + fadeOutFrames === 0) return null;
  const length = outFrame - inFrame;
  const [risen, falls] = [(100 * fadeInFrames) / length, 100 - (100 * fadeOutFrames) / length];
  return (
    <svg className={styles.fades} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path d={`M0,100L${risen},0H${falls}L100,100`} />
    </svg>
  );
}

function dragCue(board: Board, { cue, part }: { cue: FilmCue; part: SpanPart }, place: LanePlace): void {
  const { film } = board;
  const edge = part === 'end' ? cue.outFrame : cue.inFrame;
  const seconds = board.snap(secondsOf(edge, film.rate) + place.bySeconds, place);
  setCue(board, { cue, part, frame: nearestEdge(board, seconds) }, place.gesture);
}

function setCue(
  { bench }: Board,
  { cue, part, frame }: { cue: FilmCue; part: SpanPart; frame: number },
  gesture: string,
): void {
  const change = (project: typeof bench.project) => {
    const room = roomOf(project, cue);
    const { rate } = project.film;
    const moved =
      part === 'body'
        ? shiftedCue(cue, frame, room)
        : trimmedCue(cue, { edge: part === 'start' ? 'in' : 'out', frame }, { room, rate });
    return changeCue(project, cue.id, () => moved);
  };
  bench.edit(change, { gesture });
}

function moveByKey(
  board: Board,
  { cue, part }: { cue: FilmCue; part: SpanPart },
  event: KeyboardEvent,
): void {
  const { bench, film } = board;
  const frames = framesByKey(event, framesOfSecond(film));
  if (frames !== null) {
    event.preventDefault();
    const frame = (part === 'end' ? cue.outFrame : cue.inFrame) + frames;
    setCue(board, { cue, part, frame }, `cue ${cue.id} ${part} ${event.key}`);
  } else if (removes(event)) {
    event.preventDefault();
    bench.edit((project) => ({ ...project, cues: project.cues.filter(({ id }) => id !== cue.id) }));
    bench.selectCue(null);
  }
}
