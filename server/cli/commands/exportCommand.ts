import { once } from 'node:events';
import {
  curveCsvHeader,
  curveCsvLines,
  exportedTracks,
  trackCsvHeader,
  trackCsvLine,
  trackJson,
} from '../../catalogue/tracks/exportLibrary';
import { withSession } from '../session';

/** What to export, and how. */
export interface ExportOptions {
  curves: boolean;
  format: 'csv' | 'json';
}

/** `export`: every track with its static emotion, or its emotion curve, to standard output. */
export async function exportCommand({ curves, format }: ExportOptions): Promise<number> {
  await withSession(async ({ database, caller }) => {
    const tracks = exportedTracks(database, caller);
    if (format === 'json') {
      let opening = '[';
      for await (const track of tracks) {
        await write(`${opening}${JSON.stringify(trackJson(track, curves))}`);
        opening = ',\n';
      }
      await write(opening === '[' ? '[]\n' : ']\n');
      return;
    }
    await write(`${curves ? curveCsvHeader : trackCsvHeader}\n`);
    for await (const track of tracks) {
      const lines = curves ? curveCsvLines(track) : [trackCsvLine(track)];
      await write(lines.map((line) => `${line}\n`).join(''));
    }
  });
  return 0;
}

/** Writes to standard output no faster than it is read. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
