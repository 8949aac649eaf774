import { csvRows } from '@/ml/csv/csvRows';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import type { Film, HandedOver } from '../handedOver';
import { placeCues, type PlacedSection } from './placeCues';
import { fileNameOf, oneLine, type WrittenFile } from './writtenFile';

const heading = [
  ...['cue', 'title', 'artist', 'album', 'isrc', 'writer', 'in', 'out'],
  ...['duration_s', 'use', 'gain_db', 'file'],
];

/**
 * The cue sheet as CSV: what plays from when to when, who made it. Times in and out are time codes of the film. It begins with a mark by
 * which spreadsheets know UTF-8.
 *
 * @throws AppError as `placeCues`
 */
export function writeCueSheet(handedOver: HandedOver): WrittenFile[] {
  const { film } = handedOver;
  const chosen = placeCues(handedOver).filter(({ isMuted }) => !isMuted);
  const rows = chosen.flatMap(({ sections }) => sections.map((section) => row(film, section)));
  const text = `\ufeff${csvRows([heading, ...rows])}`;
  return [{ name: fileNameOf(film.name, ' cue sheet.csv'), text }];
}

function row(film: Film, section: PlacedSection): string[] {
  const { cue, title, artist, album, isrc, writer, recordIn, recordOut, media } = section;
  const words = [cue.name, title, artist, album, isrc, writer].map(oneLine);
  const times = [recordIn, recordOut].map((frame) => timeCodeOf(film.startFrame + frame, film));
  const seconds = secondsOf(recordOut - recordIn, film.rate).toFixed(3);
  return [
    ...words,
    ...times,
    seconds,
    oneLine(cue.use),
    section.gainDecibels.toFixed(2),
    oneLine(media.path),
  ];
}
