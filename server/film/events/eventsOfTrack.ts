import { mkdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@/db/open';
import { askProcess } from '../../analysis/askProcess';
import { AppError } from '../../base/errors';
import { SharedWork } from '../../base/sharedWork';
import { trimFolder } from '../../base/trimFolder';
import { writeWhole } from '../../base/writeWhole';
import { withLookAgain } from '../../catalogue/import/lookAgain';
import { fileOf, soundsOf, type TrackSound } from '../handOver/soundsOf';
import { trackEvents, type TrackEvents } from './trackEvents';

/** What is kept of tracks' events, in bytes; those used least recently go first. */
const cacheBytes = 256 * 1024 ** 2;
/** Counts what changes the events of an equal sound. */
const eventsVersion = 1;

/** Where tracks are, and where their events are kept. */
interface EventsPlace {
  database: Database;
  dataDirectory: string;
  signal?: AbortSignal;
}

/** What is under way in this process, so that a track is heard once for all who ask. */
const underWay = new SharedWork<TrackEvents>();

/**
 * Beats, downbeats and onsets of a track, found on first demand by the watched analysis process and kept by the hash of
 * its sound.
 *
 * @throws AppError 'not-found' where no file of it is on disk; of the kind that says why it cannot be read
 */
export async function eventsOfTrack(place: EventsPlace, trackId: number): Promise<TrackEvents> {
  const sound = (await soundsOf(place.database, [trackId])).get(trackId);
  if (!sound) throw new AppError('not-found', `invalid trackId: ${trackId} (no file of it is on disk)`);
  const folder = join(place.dataDirectory, 'cache', 'film-events');
  const file = join(folder, `${sound.payloadHash}-${eventsVersion}.json`);
  const kept = await keptEvents(file);
  if (kept) return kept;
  const find = (signal: AbortSignal) => findEvents(sound, { folder, file }, signal);
  return withLookAgain(place.database, sound.path, () => underWay.join(file, find, place.signal));
}

async function findEvents(
  sound: TrackSound,
  { folder, file }: { folder: string; file: string },
  signal: AbortSignal,
): Promise<TrackEvents> {
  const events = await askProcess(trackEvents, { file: fileOf(sound) }, { what: 'track', signal });
  await mkdir(folder, { recursive: true });
  await writeWhole(file, JSON.stringify(events));
  await trimFolder(folder, cacheBytes);
  return events;
}

/** Events that are kept, marked as used now; undefined where there are none. */
async function keptEvents(file: string): Promise<TrackEvents | undefined> {
  const now = new Date();
  try {
    await utimes(file, now, now);
    return JSON.parse(await readFile(file, 'utf8')) as TrackEvents;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
