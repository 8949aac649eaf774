import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { newMarker, placeMarker } from './edits/placeMarker';
import type { FrameRange } from './edits/moveCue';
import type { Recording } from './curve/useRecording';
import type { BenchDeed } from './time/benchKeys';
import { framesOfSecond } from './time/filmTime';
import { nextOf } from './time/snapping';
import { shareOf } from './time/timeView';
import type { Board } from './useBoard';

const zoomFactor = 1.6;

interface DeedParts {
  board: Board;
  recording: Recording;
  onNewCue: (range: FrameRange) => void;
  /** Leads to the field of words. */
  onWords: () => void;
  onHelp: () => void;
}

/** What the keys and the buttons of the bench do. */
export function benchDeeds({ board, recording, onNewCue, onWords, onHelp }: DeedParts) {
  const { transport, film, viewState, range } = board;
  const frame = () => transport.getState().frame;
  const goTo = (target: number) => {
    transport.seek(target);
    viewState.reveal(secondsOf(target, film.rate));
  };
  const step = (frames: number) => {
    transport.step(frames);
    viewState.reveal(secondsOf(frame(), film.rate));
  };
  const deeds: Record<BenchDeed, () => void> = {
    toggle: () => (transport.getState().isPlaying ? transport.pause() : transport.play()),
    backward: () => transport.shuttle(-1),
    pause: () => transport.pause(),
    forward: () => transport.shuttle(1),
    frameBack: () => step(-1),
    frameOn: () => step(1),
    secondBack: () => step(-framesOfSecond(film)),
    secondOn: () => step(framesOfSecond(film)),
    markBefore: () => goTo(nextOf(marksOf(board), frame(), -1) ?? 0),
    markAfter: () => goTo(nextOf(marksOf(board), frame(), 1) ?? film.lengthFrames - 1),
    toStart: () => goTo(0),
    toEnd: () => goTo(film.lengthFrames - 1),
    marker: () => setMarker(board),
    setIn: () => range.setIn(frame()),
    setOut: () => range.setOut(frame()),
    cue: () => range.range && onNewCue(range.range),
    record: () => (recording.isRecording ? recording.stop() : recording.start()),
    words: onWords,
    zoomIn: () => zoomAtPlayhead(board, zoomFactor),
    zoomOut: () => zoomAtPlayhead(board, 1 / zoomFactor),
    fit: () => viewState.fit(),
    help: onHelp,
  };
  return (deed: BenchDeed) => deeds[deed]();
}

/** Cuts and markers, ascending. */
function marksOf({ bench: { project } }: Board): number[] {
  const markers = project.markers.map(({ frame }) => frame);
  return [...project.cuts, ...markers].toSorted((one, other) => one - other);
}

/** A marker at the frame that is shown; its name is asked for where the film stands. One that is there is taken. */
function setMarker({ bench, transport, select, setNaming }: Board): void {
  const { frame, isPlaying } = transport.getState();
  const { markers } = bench.project;
  const there = markers.findIndex((marker) => marker.frame === frame);
  const placed = there < 0 ? placeMarker(markers, newMarker(frame)) : { markers, place: there };
  if (there < 0) bench.edit((project) => ({ ...project, markers: placed.markers }));
  select({ kind: 'marker', place: placed.place });
  if (!isPlaying) setNaming(placed.place);
}

/** At the playhead where it is in sight, else at the middle. */
function zoomAtPlayhead({ film, transport, viewState }: Board, factor: number): void {
  const share = shareOf(viewState.view, secondsOf(transport.getState().frame, film.rate));
  viewState.zoom(factor, share >= 0 && share <= 1 ? share : 0.5);
}
