import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../base/errors';
import { lookAgain } from '../catalogue/import/lookAgain';
import { getServices } from '../services';
import { openAudioFileOf } from '../streams/audioFile';
import { sendFile, sendOpened } from '../streams/sendFile';
import { wavOf } from '../streams/wavCache';
import { trackCover } from '../catalogue/tracks/trackCover';
import { receiveUpload } from '../catalogue/upload/receiveUpload';
import { routeFor, type Route } from '../access/route';
import { sendJson } from '../http/answers';
import { declaredBytes } from '../http/declaredBytes';
import { leaveOf } from '../http/leaveOf';
import { addressOf } from '../http/requestAddress';
import { requireGet, requireMethod } from '../http/requireMethod';

/**
 * Bytes outside Next: it takes Content-Length away from every answer, which players need to seek, and an
 * upload's body should reach the disk untouched.
 */
export function streamRoutes(): Route[] {
  return [
    routeFor('listener', /^\/api\/audio\/\d{1,9}$/, sendAudio),
    routeFor('listener', /^\/api\/tracks\/\d{1,9}\/cover$/, sendCover),
    { ...routeFor('member', /^\/api\/upload$/, takeUpload), body: 'file' },
  ];
}

/** A track's sound; with `?as=wav` always converted, for a browser that could not play the file itself. */
async function sendAudio(request: IncomingMessage, response: ServerResponse): Promise<void> {
  requireGet(request);
  const { database, settings, runner } = getServices();
  const { url, numbers } = addressOf(request);
  const onChanged = async (path: string) => {
    await lookAgain(database, path);
    runner.wake();
  };
  const signal = leaveOf(response);
  const { handle, ...file } = await openAudioFileOf(database, numbers[0], { signal, onChanged });
  if (handle && file.mediaType && url.searchParams.get('as') !== 'wav') {
    await sendOpened(request, response, { handle, mediaType: file.mediaType });
  } else {
    await handle?.close();
    const place = { dataDirectory: settings.dataDirectory, signal };
    await sendFile(request, response, { path: await wavOf(file, place), mediaType: 'audio/wav' });
  }
}

/** A track's cover picture. */
async function sendCover(request: IncomingMessage, response: ServerResponse): Promise<void> {
  requireGet(request);
  const { database, settings } = getServices();
  const [trackId] = addressOf(request).numbers;
  const place = { database, dataDirectory: settings.dataDirectory, signal: leaveOf(response) };
  const cover = await trackCover(place, trackId);
  await sendFile(request, response, { ...cover, cacheControl: 'private, max-age=3600' });
}

async function takeUpload(request: IncomingMessage, response: ServerResponse): Promise<void> {
  requireMethod(request, 'PUT');
  const { database, settings, runner } = getServices();
  const query = addressOf(request).url.searchParams;
  const received = await receiveUpload(
    { database, dataDirectory: settings.dataDirectory },
    {
      name: query.get('name') ?? '',
      batchId: wholeNumber('batch', query.get('batch')),
      declaredBytes: declaredBytes(request),
      body: request,
    },
  );
  runner.wake();
  sendJson(response, 200, received);
}

/** The number in a text, undefined where there is none. Throws AppError 'invalid' under that name. */
function wholeNumber(name: string, text: string | null): number | undefined {
  if (text === null) return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new AppError('invalid', `invalid ${name}: ${text.slice(0, 40)} (a whole number)`);
  return value;
}
