import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import { owner } from '../access/caller';
import { parseInput } from '../base/parseInput';
import type { Handler } from '../http/answers';
import { attachment } from '../http/attachment';
import { handOverWish, type HandOverWish } from '../film/handOver/handOverWish';
import { handOverZip } from '../film/handOver/handOverZip';
import { openProject } from '../film/projects/store/openProject';
import { getServices } from '../services';
import { addressOf, requireMethod } from './studyAddress';

/** What of a film's project goes outside Next: what is handed over, which may be large. */
export function filmRoutes(): { path: RegExp; handle: Handler }[] {
  return [{ path: /^\/api\/films\/\d{1,9}\/handover\.zip$/, handle: sendHandOver }];
}

/** GET /api/films/ID/handover.zip?formats=otio,edl&audio=flac&fades=burnt&sounds=none&alternates=none: all of it by default. */
async function sendHandOver(request: IncomingMessage, response: ServerResponse): Promise<void> {
  requireMethod(request, 'GET');
  const { url, numbers } = addressOf(request);
  const { database, settings } = getServices();
  const wish = wishOf(url.searchParams);
  const { document } = await openProject({ database, caller: owner }, numbers[0]);
  const leaving = new AbortController();
  response.once('close', () => leaving.abort());
  const place = { database, dataDirectory: settings.dataDirectory, signal: leaving.signal };
  const { name, zip } = await handOverZip(place, document, wish);
  response.setHeader('Content-Type', 'application/zip');
  response.setHeader('Content-Disposition', attachment(name));
  await pipeline(zip, response);
}

function wishOf(query: URLSearchParams): HandOverWish {
  const given = {
    formats: query.get('formats')?.split(','),
    audio: query.get('audio') ?? undefined,
    burnFades: query.get('fades') === 'burnt',
    sounds: query.get('sounds') !== 'none',
    alternates: query.get('alternates') !== 'none',
  };
  return parseInput(handOverWish, given as z.input<typeof handOverWish>);
}
