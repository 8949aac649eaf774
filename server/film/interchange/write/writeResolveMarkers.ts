import { timeCodeOf } from '@/ml/timeCode/timeCode';
import type { FilmMarker, HandedOver } from '../handedOver';
import { checkEventCount, edlText } from './writeCutLists';
import { fileNameOf, oneLine, type WrittenFile } from './writtenFile';

/** The colours of markers in DaVinci Resolve. */
const colours = [
  ...['Blue', 'Cyan', 'Green', 'Yellow', 'Red', 'Pink', 'Purple', 'Fuchsia'],
  ...['Rose', 'Lavender', 'Sky', 'Mint', 'Lemon', 'Sand', 'Cocoa', 'Cream'],
];

/**
 * Markers as DaVinci Resolve imports them ("Timeline Markers from EDL"): an event of one frame each, in order. Resolve holds one marker a
 * frame: those of one frame become one. Without markers there is no file.
 *
 * @throws AppError 'invalid' above 999 markers
 */
export function writeResolveMarkers({ film, markers }: HandedOver): WrittenFile[] {
  const merged = mergeFrames(markers);
  if (merged.length === 0) return [];
  checkEventCount('markers', merged.length);
  const events = merged.flatMap((marker, index) => {
    const [from, until] = [0, 1].map((step) => timeCodeOf(film.startFrame + marker.frame + step, film));
    const number = String(index + 1).padStart(3, '0');
    const note = `${plain(marker.note)} |C:ResolveColor${colourOf(marker)} |M:${plain(marker.name)} |D:${Math.max(1, marker.durationFrames)}`;
    return [`${number}  001      V     C        ${from} ${until} ${from} ${until}  `, note, ''];
  });
  return [
    { name: fileNameOf(film.name, ' markers.edl'), text: edlText(film, `${film.name} markers`, events) },
  ];
}

/** One marker a frame, in order: names and notes one after the other, the longest stretch, the first colour. */
function mergeFrames(markers: readonly FilmMarker[]): FilmMarker[] {
  const byFrame = new Map<number, FilmMarker>();
  for (const marker of markers.toSorted((a, b) => a.frame - b.frame)) {
    const before = byFrame.get(marker.frame);
    byFrame.set(marker.frame, before ? joined(before, marker) : marker);
  }
  return Array.from(byFrame.values());
}

function joined(a: FilmMarker, b: FilmMarker): FilmMarker {
  const both = (first: string, second: string) => [first, second].filter((text) => text !== '').join(' / ');
  return {
    frame: a.frame,
    durationFrames: Math.max(a.durationFrames, b.durationFrames),
    name: both(a.name, b.name),
    note: both(a.note, b.note),
    colour: a.colour ?? b.colour,
  };
}

/** A field ends at a bar or a line's end, and quotes would open a string elsewhere. */
function plain(text: string): string {
  return oneLine(text).replaceAll('|', '/').replaceAll('"', "'");
}

function colourOf({ colour }: FilmMarker): string {
  return colours.find((name) => name.toLowerCase() === colour) ?? 'Blue';
}
