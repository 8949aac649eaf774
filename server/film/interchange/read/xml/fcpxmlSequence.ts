import type { FrameRate } from '@/ml/timeCode/frameRate';
import { nearestFrameOfExact } from '@/ml/timeCode/gridSeconds';
import { add, compare, multiply, rational, subtract, zero, type Rational } from '@/ml/timeCode/rational';
import type { TimelineEvent, TimelineMarker } from '../../timeline';
import type { TimelineFile } from '../timelineFile';
import { conformScale, type FcpxmlResources } from './fcpxmlResources';
import { childOf, type XmlElement } from './xmlTree';

/** A clip's or spine's own clock, laid on the timeline. All times in seconds. */
interface Clock {
  /** The timeline's time of its own time `origin`. */
  at: Rational;
  origin: Rational;
  /** Seconds of the timeline for one of its own. */
  scale: Rational;
  /** What the timeline shows of whatever is laid on this clock. */
  window: Window;
  /** The compound clip in which it lies. */
  within: string | null;
  track: string;
  /** Clips below it are events of the timeline, not contents of one. */
  isTimeline: boolean;
  enabled: boolean;
}

/** A stretch of the timeline; null for no bound. */
interface Window {
  from: Rational | null;
  until: Rational | null;
}

/** A clip's own clock, and what the timeline shows of the clip itself. */
interface ClipClock extends Clock {
  shown: Window;
}

interface Contents {
  events: TimelineEvent[];
  markers: TimelineMarker[];
}

const clipNames = [
  'asset-clip',
  'clip',
  'title',
  'video',
  'audio',
  'sync-clip',
  'mc-clip',
  'ref-clip',
  'gap',
];
const markerNames = ['marker', 'chapter-marker'];
const mostVisited = 100_000;
const mostNested = 100;
const finestGrid = 10n ** 24n;

/** Reads a sequence of FCPXML with exact times; only the end rounds to frames. */
export class FcpxmlSequence {
  private readonly events: TimelineEvent[] = [];
  private readonly markers: TimelineMarker[] = [];
  private visited = 0;
  private depth = 0;

  constructor(
    private readonly file: TimelineFile,
    private readonly resources: FcpxmlResources,
    private readonly rate: FrameRate,
  ) {}

  /** Its own clock begins at tcStart, which is the time code of its first frame. */
  read(sequence: XmlElement): Contents {
    const start = this.resources.time(sequence, 'tcStart') ?? zero;
    const clock: Clock = {
      at: start,
      origin: start,
      scale: rational(1),
      window: { from: null, until: null },
      within: null,
      track: 'primary',
      isTimeline: true,
      enabled: true,
    };
    this.readItems(childOf(sequence, 'spine')?.children ?? [], clock, start);
    return { events: this.events, markers: this.markers };
  }

  /** Clips one after the other; each may say where it begins. */
  private readItems(items: readonly XmlElement[], clock: Clock, start: Rational): void {
    let next = start;
    let transition: XmlElement | null = null;
    for (const item of items) {
      if (item.name === 'transition') transition = item;
      else if (clipNames.includes(item.name) || item.name === 'audition') {
        const offset = this.resources.time(item, 'offset') ?? next;
        // Of an audition the first is the one that plays.
        const clip =
          item.name === 'audition' ? item.children.find(({ name }) => clipNames.includes(name)) : item;
        if (!clip) continue;
        this.readClip(clip, { clock, offset, transition });
        next = this.onOneGrid(add(offset, this.resources.duration(clip)), clip);
        transition = null;
      }
    }
  }

  private readClip(
    clip: XmlElement,
    { clock, offset, transition }: { clock: Clock; offset: Rational; transition: XmlElement | null },
  ): void {
    if (++this.visited > mostVisited) {
      throw this.file.fault('too-large', `over ${mostVisited} clips, those of compound clips counted`);
    }
    const inner = this.resources.compound(clip);
    const start =
      this.resources.time(clip, 'start') ?? (inner && this.resources.time(inner, 'tcStart')) ?? zero;
    const at = this.onOneGrid(onTimeline(clock, offset), clip);
    const until = add(at, multiply(this.resources.duration(clip), clock.scale));
    const scale = this.onOneGrid(multiply(clock.scale, rationalOf(conformScale(clip, this.rate))), clip);
    const own: ClipClock = {
      ...clock,
      at,
      origin: start,
      scale,
      shown: { from: later(clock.window.from, at), until: earlier(clock.window.until, until) },
      enabled: clock.enabled && clip.attributes.enabled !== '0',
    };
    if (clock.isTimeline && clip.name !== 'gap') {
      this.events.push(this.eventOf(clip, { own, until, transition: transition ?? null }));
    }
    this.readInside(clip, own, inner);
  }

  /** Markers of a clip, what is anchored to it, what it is made of. */
  private readInside(clip: XmlElement, own: ClipClock, inner: XmlElement | undefined): void {
    if (++this.depth > mostNested) {
      throw this.file.fault(
        'unreadable',
        `clips nest deeper than ${mostNested}: a compound clip holds itself?`,
        clip.line,
      );
    }
    for (const child of clip.children) {
      if (markerNames.includes(child.name)) this.readMarker(child, own);
      else if (child.name === 'spine') this.readSpine(child, own);
      else if (clipNames.includes(child.name) || child.name === 'audition') {
        this.readItems([child], clockInside(own, child), own.origin);
      }
    }
    if (inner) this.readCompound(inner, own, this.resources.nameOf(clip));
    this.depth--;
  }

  private readSpine(spine: XmlElement, own: ClipClock): void {
    const at = this.onOneGrid(onTimeline(own, this.resources.time(spine, 'offset') ?? own.origin), spine);
    this.readItems(spine.children, { ...clockInside(own, spine), at, origin: zero }, zero);
  }

  private readCompound(sequence: XmlElement, own: ClipClock, name: string): void {
    const start = this.resources.time(sequence, 'tcStart') ?? zero;
    const clock = { ...own, window: own.shown, isTimeline: false, within: own.within ?? name };
    this.readItems(childOf(sequence, 'spine')?.children ?? [], clock, start);
  }

  private readMarker(marker: XmlElement, own: ClipClock): void {
    const start = this.resources.time(marker, 'start') ?? zero;
    const at = onTimeline(own, start);
    const { from, until } = own.shown;
    const isBefore = from !== null && compare(at, from) < 0;
    const isAfter = until !== null && compare(at, until) >= 0;
    const duration = multiply(this.resources.time(marker, 'duration') ?? zero, own.scale);
    this.markers.push({
      frame: this.frame(at),
      durationFrames: this.frame(duration),
      name: marker.attributes.value ?? '',
      note: marker.attributes.note ?? '',
      colour: null,
      within: own.within,
      isSeen: !isBefore && !isAfter,
    });
  }

  private eventOf(
    clip: XmlElement,
    { own, until, transition }: { own: Clock; until: Rational; transition: XmlElement | null },
  ): TimelineEvent {
    const recordIn = this.frame(own.at);
    const recordOut = this.frame(until);
    const sourceIn = this.frame(multiply(own.origin, own.scale));
    const gain = /^(-?\d+(?:\.\d+)?)dB$/.exec(childOf(clip, 'adjust-volume')?.attributes.amount ?? '');
    const duration = transition && this.resources.time(transition, 'duration');
    return {
      name: this.resources.nameOf(clip),
      reel: this.resources.reference(clip)?.attributes.name ?? null,
      track: own.track,
      kind: this.resources.isSound(clip) ? 'audio' : 'video',
      sourceIn,
      sourceOut: sourceIn + recordOut - recordIn,
      recordIn,
      recordOut,
      speed: childOf(clip, 'timeMap') ? null : 1,
      gainDecibels: gain ? Number(gain[1]) : null,
      transition: transition
        ? { name: transition.attributes.name ?? 'transition', durationFrames: this.frame(duration ?? zero) }
        : null,
      enabled: own.enabled,
    };
  }

  /** Sums of times whose fractions share nothing would grow without end; those of any program stay small. */
  private onOneGrid(time: Rational, { line }: XmlElement): Rational {
    if (time.denominator < finestGrid) return time;
    throw this.file.fault('unreadable', 'its times share no grid: export it again', line);
  }

  private frame(seconds: Rational): number {
    return nearestFrameOfExact(seconds, this.rate);
  }
}

/**
 * The clock of what lies in a clip. What has a lane hangs on the clip and may reach beyond it; what has none is what the clip
 * is made of.
 */
function clockInside(own: ClipClock, child: XmlElement): Clock {
  const lane = child.attributes.lane ?? '0';
  if (lane === '0') return { ...own, window: own.shown, isTimeline: false };
  return { ...own, track: `lane ${lane}` };
}

function onTimeline(clock: Clock, time: Rational): Rational {
  return add(clock.at, multiply(subtract(time, clock.origin), clock.scale));
}

function rationalOf({ numerator, denominator }: { numerator: number; denominator: number }): Rational {
  return rational(numerator, denominator);
}

function later(a: Rational | null, b: Rational): Rational {
  return a && compare(a, b) > 0 ? a : b;
}

function earlier(a: Rational | null, b: Rational): Rational {
  return a && compare(a, b) < 0 ? a : b;
}
