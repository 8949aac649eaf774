import { rateHz, sameRate, type FrameRate } from '@/ml/timeCode/frameRate';
import { snapRate } from '@/ml/timeCode/snapRate';
import type { TimelineEvent, TimelineMarker, TimelineTransition } from '../../timeline';
import type { TimelineFile } from '../timelineFile';
import { parseItem, type OtioItem, type OtioMarker, type OtioRange, type OtioTime } from './otioJson';

/** Where a composition's own time lies on the timeline. All times in frames of the timeline, not rounded. */
interface Place {
  /** The timeline's time of its own time 0. */
  origin: number;
  from: number;
  until: number;
  within: string | null;
  /** Null where what lies below is the content of a clip, not an event. */
  track: { name: string; kind: 'video' | 'audio' } | null;
  enabled: boolean;
}

const mostItems = 500_000;
const mostNested = 60;

/** Reads compositions of OpenTimelineIO. */
export class OtioTracks {
  readonly events: TimelineEvent[] = [];
  readonly markers: TimelineMarker[] = [];
  private items = 0;
  private depth = 0;
  private readonly tracksOf = { video: 0, audio: 0 };

  constructor(
    private readonly file: TimelineFile,
    private readonly rate: FrameRate,
  ) {}

  /** @param start the time code of the timeline's first frame, in frames */
  read(tracks: OtioItem, start: number): void {
    const outer = { from: -Infinity, until: Infinity, within: null, track: null, enabled: true };
    const origin = start - this.frames(tracks.source_range?.start_time);
    this.readMarkers(tracks, { origin, ...outer });
    for (const child of tracks.children ?? []) {
      const track = parseItem(this.file, child);
      const kind = track.kind === 'Audio' ? 'audio' : 'video';
      const name = `${kind === 'video' ? 'V' : 'A'}${++this.tracksOf[kind]}`;
      const enabled = track.enabled !== false;
      this.readLayer(track, { ...outer, origin, enabled, track: { name, kind } });
    }
  }

  /** What lies in a stack: a track, of which its range may show a part, or a single item. */
  private readLayer(layer: OtioItem, place: Place): void {
    if (layer.schema !== 'Track') return this.readItems([layer], place);
    const own = { ...place, origin: place.origin - this.frames(layer.source_range?.start_time) };
    this.readMarkers(layer, own);
    this.readItems(this.childrenOf(layer), own);
  }

  /** Items one after the other. */
  private readItems(items: readonly OtioItem[], place: Place): void {
    if (++this.depth > mostNested)
      throw this.file.fault('unreadable', `items nest deeper than ${mostNested}`);
    let time = 0;
    for (const [index, item] of items.entries()) {
      if (++this.items > mostItems) throw this.file.fault('too-large', `over ${mostItems} items`);
      if (item.schema === 'Transition') continue;
      this.readItem(item, { ...place, origin: place.origin + time }, this.transition(items[index - 1]));
      time += this.length(item);
    }
    this.depth--;
  }

  private childrenOf(item: OtioItem): OtioItem[] {
    return (item.children ?? []).map((child) => parseItem(this.file, child));
  }

  /** @param place its origin is the item's beginning */
  private readItem(item: OtioItem, place: Place, transition: TimelineTransition | null): void {
    const start = place.origin;
    const sourceStart = this.sourceStart(item);
    const end = start + this.length(item);
    const inside: Place = {
      ...place,
      origin: start - sourceStart,
      from: Math.max(place.from, start),
      until: Math.min(place.until, end),
      enabled: place.enabled && item.enabled !== false,
    };
    const isComposition = item.schema === 'Stack' || item.schema === 'Track';
    if (place.track && item.schema !== 'Gap')
      this.events.push(this.eventOf(item, inside, { start, end, transition }));
    if (!isComposition) return this.readMarkers(item, inside);
    const content = { ...inside, within: place.within ?? item.name ?? '', track: null };
    this.readMarkers(item, content);
    const children = this.childrenOf(item);
    if (item.schema === 'Track') this.readItems(children, content);
    else for (const child of children) this.readLayer(child, content);
  }

  private eventOf(
    item: OtioItem,
    place: Place,
    at: { start: number; end: number; transition: TimelineTransition | null },
  ): TimelineEvent {
    const [recordIn, recordOut] = [Math.round(at.start), Math.round(at.end)];
    const media = mediaOf(item);
    const sourceIn = item.schema === 'Clip' ? Math.round(this.sourceStart(item)) : null;
    const { name, kind } = place.track ?? { name: '', kind: 'video' as const };
    return {
      name: item.name || media?.name || fileName(media?.target_url),
      reel: media?.name || fileName(media?.target_url) || null,
      track: name,
      kind,
      sourceIn,
      sourceOut: sourceIn === null ? null : sourceIn + recordOut - recordIn,
      recordIn,
      recordOut,
      speed: speedOf(item),
      gainDecibels: null,
      transition: at.transition,
      enabled: place.enabled,
    };
  }

  /** How long an item is on its track. */
  private length(item: OtioItem): number {
    const range = item.source_range ?? mediaOf(item)?.available_range;
    if (range) return this.frames(range.duration);
    const children = this.childrenOf(item);
    if (item.schema === 'Stack')
      return children.reduce((most, child) => Math.max(most, this.length(child)), 0);
    return children.reduce((sum, child) => sum + (child.schema === 'Transition' ? 0 : this.length(child)), 0);
  }

  private sourceStart(item: OtioItem): number {
    return this.frames((item.source_range ?? mediaOf(item)?.available_range)?.start_time);
  }

  private transition(item: OtioItem | undefined): TimelineTransition | null {
    if (item?.schema !== 'Transition') return null;
    const durationFrames = Math.round(this.frames(item.in_offset) + this.frames(item.out_offset));
    return { name: item.name || 'dissolve', durationFrames };
  }

  private readMarkers(item: OtioItem, place: Place): void {
    for (const marker of item.markers ?? []) {
      const at = place.origin + this.frames(marker.marked_range.start_time);
      const isSeen = at >= place.from && at < place.until;
      this.markers.push({ ...this.markerOf(marker, Math.round(at)), within: place.within, isSeen });
    }
  }

  private markerOf(marker: OtioMarker, frame: number): Omit<TimelineMarker, 'within' | 'isSeen'> {
    const { duration }: OtioRange = marker.marked_range;
    const colour = typeof marker.color === 'string' ? marker.color : marker.color?.name;
    return {
      frame,
      durationFrames: Math.round(this.frames(duration)),
      name: marker.name ?? '',
      note: marker.comment ?? resolveNote(marker) ?? '',
      colour: colour?.toLowerCase() ?? null,
    };
  }

  /** A time in frames of the timeline: 23.976, 23.97602397602397 and 24000/1001 are one rate. */
  private frames(time: OtioTime | null | undefined): number {
    if (!time) return 0;
    const rate = snapRate(time.rate);
    return sameRate(rate, this.rate) ? time.value : (time.value * rateHz(this.rate)) / rateHz(rate);
  }
}

function mediaOf(item: OtioItem) {
  return item.media_reference ?? item.media_references?.[item.active_media_reference_key ?? 'DEFAULT_MEDIA'];
}

/** DaVinci Resolve keeps the note of a marker in its own metadata. */
function resolveNote({ metadata }: OtioMarker): string | undefined {
  const own = metadata?.Resolve_OTIO;
  const note = typeof own === 'object' && own !== null && 'Note' in own ? own.Note : undefined;
  return typeof note === 'string' ? note : undefined;
}

/** 1 for real time; a LinearTimeWarp has a factor, a FreezeFrame stands still. */
function speedOf({ effects }: OtioItem): number {
  const warps = (effects ?? []).map(({ OTIO_SCHEMA, time_scalar }) =>
    OTIO_SCHEMA.startsWith('FreezeFrame')
      ? 0
      : OTIO_SCHEMA.startsWith('LinearTimeWarp')
        ? (time_scalar ?? 1)
        : 1,
  );
  return warps.reduce((product, factor) => product * factor, 1);
}

function fileName(url: string | null | undefined): string {
  return url?.split('/').at(-1) ?? '';
}
