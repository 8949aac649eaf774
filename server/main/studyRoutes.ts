import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { SignedInCaller } from '../access/caller';
import { routeFor, type Route } from '../access/route';
import { AppError } from '../base/errors';
import { openImported } from '../base/importedFile';
import { sendJson } from '../http/answers';
import { attachment } from '../http/attachment';
import { leaveOf } from '../http/leaveOf';
import { readableAnalysisOf } from '../research/analyses/ownedAnalysis';
import { resultPath } from '../research/analyses/readResult';
import { analysisCsvFiles } from '../research/reports/analysisTables';
import { reportedResult } from '../research/reports/reportedResult';
import { exportStudy } from '../research/studies/export/exportStudy';
import { receiveStudyFile } from '../research/studies/files/receiveStudyFile';
import { studySound } from '../research/studies/files/studySound';
import type { StudyPlace } from '../research/studies/studyPlace';
import { getServices } from '../services';
import { sendFile, sendOpened } from '../streams/sendFile';
import { wavOf } from '../streams/wavCache';
import { addressOf, requireMethod } from './studyAddress';

/** What of a study goes outside Next: files in, and whole answers out, which may be large. */
export function studyRoutes(): Route[] {
  return [
    { ...routeFor('member', /^\/api\/studies\/\d{1,9}\/files$/, takeFile), body: 'file' },
    routeFor('listener', /^\/api\/studies\/\d{1,9}\/sounds\/\d{1,9}$/, sendSound),
    routeFor('listener', /^\/api\/studies\/\d{1,9}\/export\.zip$/, sendStudy),
    routeFor('listener', /^\/api\/studies\/\d{1,9}\/analyses\/\d{1,9}\.json$/, sendResult),
    routeFor('listener', /^\/api\/studies\/\d{1,9}\/analyses\/\d{1,9}\.csv$/, sendTable),
  ];
}

function placeOf(caller: SignedInCaller): StudyPlace {
  const { database, settings } = getServices();
  return { database, dataDirectory: settings.dataDirectory, caller };
}

/** PUT /api/studies/ID/files?name=NAME: a file that waits to be read. */
async function takeFile(
  request: IncomingMessage,
  response: ServerResponse,
  caller: SignedInCaller,
): Promise<void> {
  requireMethod(request, 'PUT');
  const { url, numbers } = addressOf(request);
  const length = request.headers['content-length'];
  const received = await receiveStudyFile(placeOf(caller), {
    studyId: numbers[0],
    name: url.searchParams.get('name') ?? '',
    declaredBytes: length === undefined ? undefined : Number(length),
    body: request,
  });
  sendJson(response, 200, received);
}

/** GET /api/studies/ID/sounds/FILE: a brought sound, converted where browsers cannot play it. */
async function sendSound(
  request: IncomingMessage,
  response: ServerResponse,
  caller: SignedInCaller,
): Promise<void> {
  if (request.method !== 'HEAD') requireMethod(request, 'GET');
  const [studyId, fileId] = addressOf(request).numbers;
  const place = placeOf(caller);
  const sound = await studySound(place, { studyId, fileId });
  if (sound.mediaType) {
    const { handle } = await openImported(sound);
    await sendOpened(request, response, { handle, mediaType: sound.mediaType });
  } else {
    const converting = { dataDirectory: place.dataDirectory, signal: leaveOf(response) };
    await sendFile(request, response, { path: await wavOf(sound, converting), mediaType: 'audio/wav' });
  }
}

/** GET /api/studies/ID/export.zip: the whole study. */
async function sendStudy(
  request: IncomingMessage,
  response: ServerResponse,
  caller: SignedInCaller,
): Promise<void> {
  requireMethod(request, 'GET');
  const { name, zip } = await exportStudy(placeOf(caller), addressOf(request).numbers[0]);
  response.setHeader('Content-Type', 'application/zip');
  response.setHeader('Content-Disposition', attachment(name));
  await pipeline(zip, response);
}

/** GET /api/studies/ID/analyses/ID.json: a whole answer. */
async function sendResult(
  request: IncomingMessage,
  response: ServerResponse,
  caller: SignedInCaller,
): Promise<void> {
  requireMethod(request, 'GET');
  const [studyId, analysisId] = addressOf(request).numbers;
  const place = placeOf(caller);
  await readableAnalysisOf(place.database, caller, { studyId, analysisId });
  const path = await resultPath(place, analysisId);
  response.setHeader('Content-Disposition', attachment(`analysis-${analysisId}.json`));
  await sendFile(request, response, { path, mediaType: 'application/json' });
}

/** GET /api/studies/ID/analyses/ID.csv?table=NAME: one table of an answer; the first where no table is named. */
async function sendTable(
  request: IncomingMessage,
  response: ServerResponse,
  caller: SignedInCaller,
): Promise<void> {
  requireMethod(request, 'GET');
  const { url, numbers } = addressOf(request);
  const [studyId, analysisId] = numbers;
  const files = analysisCsvFiles(await reportedResult(placeOf(caller), { studyId, analysisId }));
  const names = [...files.keys()].map((file) => file.replace(/\.csv$/, ''));
  const table = url.searchParams.get('table') ?? names[0];
  const csv = files.get(`${table}.csv`);
  if (csv === undefined)
    throw new AppError('not-found', `invalid table: ${table.slice(0, 60)} (one of ${names.join(', ')})`);
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', attachment(`analysis-${analysisId}-${table}.csv`));
  response.end(csv);
}
