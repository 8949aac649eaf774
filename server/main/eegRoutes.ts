import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SignedInCaller } from '../access/caller';
import { routeFor, type Route } from '../access/route';
import { sendJson } from '../http/answers';
import { declaredBytes } from '../http/declaredBytes';
import { addressOf } from '../http/requestAddress';
import { requireMethod } from '../http/requireMethod';
import { receiveEegFile } from '../research/eeg/store/recordings/receiveEegFile';
import { getServices } from '../services';

/** What of a study of EEG goes outside Next: files in, which may be large. */
export function eegRoutes(): Route[] {
  return [{ ...routeFor('member', /^\/api\/eeg\/\d{1,9}\/files$/, takeFile), body: 'file' }];
}

/** PUT /api/eeg/ID/files?name=NAME&participant=LABEL: a recording that is read, a table, or what lies beside one. */
async function takeFile(
  request: IncomingMessage,
  response: ServerResponse,
  caller: SignedInCaller,
): Promise<void> {
  requireMethod(request, 'PUT');
  const { database, settings } = getServices();
  const { url, numbers } = addressOf(request);
  const place = { database, dataDirectory: settings.dataDirectory, caller };
  const received = await receiveEegFile(place, {
    studyId: numbers[0],
    name: url.searchParams.get('name') ?? '',
    participant: url.searchParams.get('participant') ?? undefined,
    declaredBytes: declaredBytes(request),
    body: request,
  });
  getServices().runner.wake();
  sendJson(response, 200, received);
}
