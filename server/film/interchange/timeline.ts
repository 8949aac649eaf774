import type { FrameRate } from '@/ml/timeCode/frameRate';

/** The kinds of file that are read, each by its own reader. */
export type TimelineFormat =
  | 'cmx3600'
  | 'resolve-markers'
  | 'premiere-markers'
  | 'fcpxml'
  | 'xmeml'
  | 'otio'
  | 'pro-tools'
  | 'avid-markers'
  | 'csv';

/**
 * What an editing program wrote, whatever the format.
 *
 * Every frame of record time is counted from time code 00:00:00:00 at `rate`; a film that begins at 01:00:00:00 has its
 * first event at 86,400 (24 frames a second). `onFilm` counts from the first frame of a film instead.
 */
export interface Timeline {
  format: TimelineFormat;
  name: string;
  rate: FrameRate;
  /** Where the rate is from: the file, whoever asked, or a guess by the largest frame number in the file. */
  rateFrom: 'file' | 'given' | 'guessed';
  dropFrame: boolean;
  /** The first frame of the timeline; null where the format does not tell. */
  startFrame: number | null;
  /** In the order of the file. */
  events: TimelineEvent[];
  /** In order of time. */
  markers: TimelineMarker[];
  /** What a person should know of the reading: what was guessed, left out or not understood. */
  remarks: string[];
}

/** A stretch of one source on one track. */
export interface TimelineEvent {
  name: string;
  /** Tape, camera roll or file, where the format tells. */
  reel: string | null;
  /** As the format names tracks: "V", "A1 A2", "lane 1". */
  track: string;
  kind: 'video' | 'audio';
  /** In and out (the first frame after it) in the source's own time, counted at the timeline's rate; null if untold. */
  sourceIn: number | null;
  sourceOut: number | null;
  /** In and out (the first frame after it) on the timeline. */
  recordIn: number;
  recordOut: number;
  /** 1 is real time, 0 a freeze, below zero reverse; null where it changes within the event. */
  speed: number | null;
  gainDecibels: number | null;
  /** How the event comes in; null for a cut. */
  transition: TimelineTransition | null;
  /** False for what is on the timeline but neither seen nor heard. */
  enabled: boolean;
}

/** A change from what was before into an event. */
export interface TimelineTransition {
  name: string;
  durationFrames: number;
}

/** A place, or a stretch, that somebody marked. */
export interface TimelineMarker {
  frame: number;
  /** As the format has it: 0 or 1 for a single place. */
  durationFrames: number;
  name: string;
  note: string;
  /** A word in small letters, "blue"; null where the format has none. */
  colour: string | null;
  /** The compound clip or nested sequence in which it lies; null for the timeline itself. */
  within: string | null;
  /** False where its clip was trimmed so that the marked frame is not shown: programs hide such markers. */
  isSeen: boolean;
}
