import { z } from 'zod';
import type { TimelineFile } from '../timelineFile';

const deepest = 400;

/**
 * JSON as OpenTimelineIO writes it, in which Inf, -Infinity and NaN may stand for numbers: they become null.
 * Throws AppError 'unreadable' for what is no JSON, or nests deeper than 400.
 */
export function parseOtioJson(file: TimelineFile): unknown {
  const pieces = stringsApart(file.text);
  if (nesting(pieces) > deepest) throw file.fault('unreadable', `it nests deeper than ${deepest}`);
  const json = pieces.map((piece) => (isString(piece) ? piece : piece.replace(numberWord, 'null'))).join('');
  try {
    return JSON.parse(json);
  } catch {
    throw file.fault('unreadable', 'it is no whole JSON: export it again');
  }
}

const numberWord = /-?\b(?:Infinity|Inf|NaN)\b/g;

function isString(piece: string): boolean {
  return piece.startsWith('"');
}

/** A text cut into strings, quotes included, and what stands between them; a string without an end is the last piece. */
function stringsApart(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const quote = text.indexOf('"', at);
    const end = quote === at ? endOfString(text, at) : quote < 0 ? text.length : quote;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

/** Just past the quote that ends a string: one before which backslashes come in pairs. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let first = at;
    while (text[first - 1] === '\\') first--;
    if ((at - first) % 2 === 0) return at + 1;
  }
  return text.length;
}

/** How deep braces and brackets outside of strings stand in one another. */
function nesting(pieces: readonly string[]): number {
  let [depth, most] = [0, 0];
  for (const piece of pieces) {
    if (isString(piece)) continue;
    for (const [mark] of piece.matchAll(/[{}[\]]/g)) {
      depth += mark === '{' || mark === '[' ? 1 : -1;
      most = Math.max(most, depth);
    }
  }
  return most;
}

/** A time of so many frames at a rate; whatever its schema's version. */
const timeSchema = z.object({ value: z.number().min(-1e15).max(1e15), rate: z.number().min(0.001).max(1e5) });
const rangeSchema = z.object({ start_time: timeSchema, duration: timeSchema });

export type OtioTime = z.infer<typeof timeSchema>;
export type OtioRange = z.infer<typeof rangeSchema>;

/** A marker's colour is a word up to Marker.2, an object with a name from Marker.3 on. */
const markerSchema = z.object({
  name: z.string().nullish(),
  comment: z.string().nullish(),
  color: z.union([z.string(), z.object({ name: z.string().nullish() })]).nullish(),
  marked_range: rangeSchema,
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

const mediaSchema = z.object({
  name: z.string().nullish(),
  target_url: z.string().nullish(),
  available_range: rangeSchema.nullish(),
});

/** Any item of a timeline, its children not yet looked at. */
const itemSchema = z.object({
  OTIO_SCHEMA: z.string(),
  name: z.string().nullish(),
  kind: z.string().nullish(),
  enabled: z.boolean().nullish(),
  source_range: rangeSchema.nullish(),
  global_start_time: timeSchema.nullish(),
  markers: z.array(markerSchema).nullish(),
  effects: z.array(z.object({ OTIO_SCHEMA: z.string(), time_scalar: z.number().nullish() })).nullish(),
  children: z.array(z.unknown()).nullish(),
  tracks: z.unknown().optional(),
  media_reference: mediaSchema.nullish(),
  media_references: z.record(z.string(), mediaSchema.nullable()).nullish(),
  active_media_reference_key: z.string().nullish(),
  in_offset: timeSchema.nullish(),
  out_offset: timeSchema.nullish(),
});

export type OtioItem = z.infer<typeof itemSchema> & { schema: string };
export type OtioMarker = z.infer<typeof markerSchema>;

/** Reads one item; what is not an item of OpenTimelineIO is refused with an AppError 'unreadable'. */
export function parseItem(file: TimelineFile, value: unknown): OtioItem {
  const parsed = itemSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw file.fault('unreadable', `${issue.path.join('.') || 'an item'}: ${issue.message}`);
  }
  return { ...parsed.data, schema: parsed.data.OTIO_SCHEMA.split('.')[0] };
}
