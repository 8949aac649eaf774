import { mkdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Executor } from '@/db/open';
import { AnalysisClient } from '../../analysis/analysisClient';
import { answerOf } from '../../analysis/answerOf';
import { AppError } from '../../base/errors';
import { trimFolder } from '../../base/trimFolder';
import { soundsOf, type TrackSound } from '../handOver/soundsOf';
import { trackEvents, type TrackEvents } from './trackEvents';

/** What is kept of tracks' events, in bytes; those used least recently go first. */
const cacheBytes = 256 * 1024 ** 2;
/** Counts what changes the events of an equal sound. */
const eventsVersion = 1;

/** Where tracks are, and where their events are kept. */
interface EventsPlace {
  database: Executor;
  dataDirectory: string;
}

/** What is under way in this process, so that a track is heard once for all who ask. */
const underWay = new Map<string, Promise<TrackEvents>>();

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
  const running =
    underWay.get(file) ?? findEvents(sound, { folder, file }).finally(() => underWay.delete(file));
  underWay.set(file, running);
  return running;
}

async function findEvents(
  { path }: TrackSound,
  { folder, file }: { folder: string; file: string },
): Promise<TrackEvents> {
  const client = new AnalysisClient();
  try {
    const events = answerOf(await client.request(trackEvents, { path }));
    await mkdir(folder, { recursive: true });
    const unfinished = `${file}.${process.pid}.part`;
    await writeFile(unfinished, JSON.stringify(events));
    await rename(unfinished, file);
    await trimFolder(folder, cacheBytes);
    return events;
  } finally {
    client.close();
  }
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
