import type { FrameRate } from '@/ml/timeCode/frameRate';
import { rebaseFrames } from '@/ml/timeCode/gridSeconds';
import type { TimelineEvent, TimelineMarker } from '../../timeline';
import type { TimelineFile } from '../timelineFile';
import { joinedTrack, type JoinedClip } from './xmemlTrack';
import { rateOf, textOf, wholeOf } from './xmemlValues';
import { childOf, childrenOf, type XmlElement } from './xmlTree';

interface Contents {
  events: TimelineEvent[];
  markers: TimelineMarker[];
}

/** A stretch of an outer timeline through which a sequence is seen. */
interface Window {
  /** Where the sequence's own frame 0 lies. */
  origin: number;
  from: number;
  until: number;
  within: string | null;
}

const mostNested = 20;
const mostClips = 200_000;

/** Reads a sequence of xmeml, all frames at the rate of the outermost. */
export class XmemlSequence {
  private readonly events: TimelineEvent[] = [];
  private readonly markers = new Map<string, TimelineMarker>();
  /** Clips, files and sequences say what they are once; later ones name it by its id. */
  private readonly byId = new Map<string, XmlElement>();
  private clips = 0;

  constructor(
    private readonly file: TimelineFile,
    private readonly rate: FrameRate,
  ) {}

  /** @param startFrame the time code of its first frame, in frames */
  read(sequence: XmlElement, startFrame: number): Contents {
    this.collect(sequence);
    this.readSequence(sequence, { origin: startFrame, from: -Infinity, until: Infinity, within: null }, 0);
    return { events: this.events, markers: Array.from(this.markers.values()) };
  }

  private collect(element: XmlElement): void {
    const { id } = element.attributes;
    if (id && element.children.length > 0) this.byId.set(`${element.name} ${id}`, element);
    for (const child of element.children) this.collect(child);
  }

  private full(element: XmlElement | undefined): XmlElement | undefined {
    if (!element || element.children.length > 0) return element;
    return this.byId.get(`${element.name} ${element.attributes.id}`) ?? element;
  }

  private readSequence(sequence: XmlElement, window: Window, nested: number): void {
    if (nested > mostNested) {
      throw this.file.fault('unreadable', `sequences nest deeper than ${mostNested}`, sequence.line);
    }
    const rate = rateOf(this.file, sequence) ?? this.rate;
    this.readMarkers(sequence, rate, window);
    const media = childOf(sequence, 'media');
    for (const kind of ['video', 'audio'] as const) {
      for (const [index, track] of childrenOf(childOf(media, kind), 'track').entries()) {
        const name = `${kind === 'video' ? 'V' : 'A'}${index + 1}`;
        const off = textOf(track, 'enabled').toUpperCase() === 'FALSE';
        for (const clip of joinedTrack(this.file, track)) {
          this.readClip(clip, { kind, track: name, off, rate, window, nested });
        }
      }
    }
  }

  private readClip(clip: JoinedClip, place: ClipPlace): void {
    if (++this.clips > mostClips)
      throw this.file.fault('too-large', `over ${mostClips} clips, nested ones counted`);
    const { window, rate } = place;
    const at = (frames: number) => window.origin + rebaseFrames(frames, rate, this.rate);
    const clipRate = rateOf(this.file, clip.element) ?? rate;
    const source = (frames: number) => rebaseFrames(frames, clipRate, this.rate);
    const [recordIn, recordOut] = [at(clip.start), at(clip.end)];
    const sourceIn = source(clip.in);
    if (place.nested === 0) this.events.push(this.eventOf(clip, place, { recordIn, recordOut, sourceIn }));
    const seen: Window = {
      origin: recordIn - sourceIn,
      from: Math.max(window.from, recordIn),
      until: Math.min(window.until, recordOut),
      within: window.within,
    };
    this.readMarkers(clip.element, clipRate, seen);
    const inner = this.full(childOf(clip.element, 'sequence'));
    // The sound of a nested sequence is read with its picture.
    if (inner && inner.children.length > 0 && place.kind === 'video') {
      const within = seen.within ?? (textOf(inner, 'name') || textOf(clip.element, 'name'));
      this.readSequence(inner, { ...seen, within }, place.nested + 1);
    }
  }

  private eventOf(
    { element, transition }: JoinedClip,
    { kind, track, off }: ClipPlace,
    at: { recordIn: number; recordOut: number; sourceIn: number },
  ): TimelineEvent {
    const media = this.full(childOf(element, 'file'));
    const timecode = childOf(media, 'timecode');
    const mediaRate = rateOf(this.file, timecode) ?? rateOf(this.file, media) ?? this.rate;
    const offset = rebaseFrames(wholeOf(this.file, timecode, 'frame') ?? 0, mediaRate, this.rate);
    const sourceIn = at.sourceIn + offset;
    return {
      name: textOf(element, 'name') || textOf(media, 'name'),
      reel: textOf(childOf(timecode, 'reel'), 'name') || null,
      track,
      kind,
      sourceIn,
      sourceOut: sourceIn + at.recordOut - at.recordIn,
      recordIn: at.recordIn,
      recordOut: at.recordOut,
      speed: this.speedOf(element),
      gainDecibels: null,
      transition,
      enabled: !off && textOf(element, 'enabled').toUpperCase() !== 'FALSE',
    };
  }

  /** Of the effect "Time Remap"; null where the speed changes within. */
  private speedOf(clip: XmlElement): number | null {
    const effects = childrenOf(clip, 'filter').map((filter) => childOf(filter, 'effect'));
    const remap = effects.find((effect) => textOf(effect, 'effectid') === 'timeremap');
    if (!remap) return 1;
    const value = (id: string) =>
      textOf(
        childrenOf(remap, 'parameter').find((parameter) => textOf(parameter, 'parameterid') === id),
        'value',
      );
    if (value('variablespeed') === '1') return null;
    const percent = Number(value('speed') || 100);
    return Number.isFinite(percent) ? percent / 100 : null;
  }

  private readMarkers(owner: XmlElement, rate: FrameRate, window: Window): void {
    for (const element of childrenOf(owner, 'marker')) {
      const first = wholeOf(this.file, element, 'in') ?? 0;
      const last = wholeOf(this.file, element, 'out') ?? -1;
      const frame = window.origin + rebaseFrames(first, rate, this.rate);
      const isSeen = frame >= window.from && frame < window.until;
      const marker = {
        frame,
        // An end of -1 is a single place.
        durationFrames: last > first ? rebaseFrames(last - first, rate, this.rate) : 0,
        name: textOf(element, 'name'),
        note: textOf(element, 'comment'),
        colour: null,
        within: window.within,
        isSeen,
      };
      // Picture and sound of one clip repeat its markers.
      this.markers.set(JSON.stringify(marker), marker);
    }
  }
}

interface ClipPlace {
  kind: 'video' | 'audio';
  track: string;
  off: boolean;
  /** Of the sequence in which it lies. */
  rate: FrameRate;
  window: Window;
  nested: number;
}
