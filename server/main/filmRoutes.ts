import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { SignedInCaller } from '../access/caller';
import { routeFor, type Route } from '../access/route';
import { parseInput } from '../base/parseInput';
import { sendJson } from '../http/answers';
import { attachment } from '../http/attachment';
import { declaredBytes } from '../http/declaredBytes';
import { leaveOf } from '../http/leaveOf';
import { addressOf } from '../http/requestAddress';
import { requireMethod } from '../http/requireMethod';
import { sendStream } from '../http/sendStream';
import { handOverWish, type HandOverWish } from '../film/handOver/handOverWish';
import { handOverZip } from '../film/handOver/handOverZip';
import { heardSection, sectionWav } from '../film/hearing/sectionWav';
import { describeTimeline } from '../film/interchange/describeTimeline';
import { openProject } from '../film/projects/store/openProject';
import { getServices } from '../services';

/** What of a film's project goes outside Next: timelines in, and what is handed over, which may be large. */
export function filmRoutes(): Route[] {
  return [
    routeFor('listener', /^\/api\/films\/\d{1,9}\/handover\.zip$/, sendHandOver),
    routeFor('listener', /^\/api\/films\/section\.wav$/, sendSection),
    { ...routeFor('member', /^\/api\/films\/describe$/, describeFile), body: 'file' },
  ];
}

/** POST /api/films/describe?name=FILE&rate=24000/1001&drop=0&start=86400&length=1000: a timeline as it is read. */
async function describeFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
  requireMethod(request, 'POST');
  const described = await describeTimeline(request, {
    query: addressOf(request).url.searchParams,
    declaredBytes: declaredBytes(request),
    signal: leaveOf(response),
  });
  sendJson(response, 200, described);
}

/** GET /api/films/section.wav?track=ID&start=SECONDS&seconds=LENGTH[&stretch=FACTOR]: exactly that stretch of a track. */
async function sendSection(request: IncomingMessage, response: ServerResponse): Promise<void> {
  requireMethod(request, 'GET');
  const query = addressOf(request).url.searchParams;
  const [track, start, seconds] = ['track', 'start', 'seconds'].map((name) => Number(query.get(name) ?? NaN));
  const stretch = query.has('stretch') ? Number(query.get('stretch')) : undefined;
  const section = parseInput(heardSection, { track, start, seconds, stretch });
  const { database, settings } = getServices();
  const signal = leaveOf(response);
  const { bytes, stream } = await sectionWav(
    { database, dataDirectory: settings.dataDirectory, signal },
    section,
  );
  response.setHeader('Content-Type', 'audio/wav');
  response.setHeader('Content-Length', bytes);
  response.setHeader('Cache-Control', 'private, no-cache');
  await sendStream(stream, response);
}

/** GET /api/films/ID/handover.zip?formats=otio,edl&audio=flac&fades=burnt&sounds=none&alternates=none: all of it by default. */
async function sendHandOver(
  request: IncomingMessage,
  response: ServerResponse,
  caller: SignedInCaller,
): Promise<void> {
  requireMethod(request, 'GET');
  const { url, numbers } = addressOf(request);
  const { database, settings } = getServices();
  const wish = wishOf(url.searchParams);
  const { document } = await openProject({ database, caller }, numbers[0]);
  const place = { database, dataDirectory: settings.dataDirectory, signal: leaveOf(response) };
  const { name, zip } = await handOverZip(place, document, wish);
  response.setHeader('Content-Type', 'application/zip');
  response.setHeader('Content-Disposition', attachment(name));
  await sendStream(zip, response);
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
