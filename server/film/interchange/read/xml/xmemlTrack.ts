import type { TimelineTransition } from '../../timeline';
import type { TimelineFile } from '../timelineFile';
import { childOf, type XmlElement } from './xmlTree';
import { textOf, wholeOf } from './xmemlValues';

/** A clip of an xmeml track, its ends at the cuts. */
export interface JoinedClip {
  element: XmlElement;
  /** On its sequence, in the sequence's frames from 0. */
  start: number;
  end: number;
  /** The frame of its media at `start`, in the clip's own frames. */
  in: number;
  /** How it comes in. */
  transition: TimelineTransition | null;
}

interface Join {
  start: number;
  end: number;
  cut: number;
  transition: TimelineTransition;
}

/**
 * The clips of a track. A clip that a transition overlaps says -1 for that end: it then ends at the transition's cut, which
 * its alignment places; `in` of such a clip is its media's frame where the transition begins.
 *
 * @throws AppError 'unreadable' for a clip whose end is -1 without a transition beside it
 */
export function joinedTrack(file: TimelineFile, track: XmlElement): JoinedClip[] {
  const items = track.children.filter(({ name }) =>
    ['clipitem', 'generatoritem', 'transitionitem'].includes(name),
  );
  return items.flatMap((element, index) => {
    if (element.name === 'transitionitem') return [];
    const before = joinOf(file, items[index - 1]);
    const after = joinOf(file, items[index + 1]);
    const length = wholeOf(file, element, 'duration') ?? 0;
    const written = wholeOf(file, element, 'start') ?? 0;
    const begin = written === -1 ? before?.cut : written;
    const endWritten = wholeOf(file, element, 'end') ?? written + length;
    const end = endWritten === -1 ? after?.cut : endWritten;
    if (begin === undefined || end === undefined) {
      throw file.fault('unreadable', 'a clip with an end of -1 and no transition beside it', element.line);
    }
    const lead = written === -1 && before ? before.cut - before.start : 0;
    const first = (wholeOf(file, element, 'in') ?? 0) + lead;
    return [
      {
        element,
        start: begin,
        end,
        in: first,
        transition: comesIn(before, begin) ? before.transition : null,
      },
    ];
  });
}

/** A dissolve that ends in black before the clip is none into it. */
function comesIn(join: Join | null, begin: number): join is Join {
  return join !== null && join.start <= begin && begin <= join.end;
}

function joinOf(file: TimelineFile, element: XmlElement | undefined): Join | null {
  if (element?.name !== 'transitionitem') return null;
  const start = wholeOf(file, element, 'start') ?? 0;
  const end = wholeOf(file, element, 'end') ?? start;
  const alignment = textOf(element, 'alignment');
  const cut = alignment.startsWith('start')
    ? start
    : alignment.startsWith('end')
      ? end
      : Math.floor((start + end) / 2);
  const name = textOf(childOf(element, 'effect'), 'name') || 'transition';
  return { start, end, cut, transition: { name, durationFrames: end - start } };
}
