import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { sessionCookie } from '../access/cookies';
import { acceptance, acceptInvitation, readInvitation } from '../access/invitations';
import type { Route } from '../access/route';
import { sessionSeconds } from '../access/sessions';
import { AppError } from '../base/errors';
import { plainText } from '../base/inputShapes';
import { invalidInput } from '../base/invalidInput';
import { sendJson } from '../http/answers';
import { getServices } from '../services';

/** Longer than any password may be, so that too long a one is told as such. */
const secretText = z.string().min(1).max(1000);
const byToken = z.object({ token: secretText });
const byName = z.object({ name: plainText(200).min(1), password: secretText });
const link = acceptance.pick({ secret: true });

/** How one comes in and goes, which is open to anybody. */
export function signInRoutes(): Route[] {
  return [
    { path: /^\/api\/sign-in$/, may: 'anybody', body: 'secret', handle: signIn },
    { path: /^\/api\/sign-out$/, may: 'anybody', body: 'secret', handle: signOut },
    { path: /^\/api\/invitation$/, may: 'anybody', body: 'secret', handle: tellInvitation },
    { path: /^\/api\/join$/, may: 'anybody', body: 'secret', handle: join },
  ];
}

/** POST /api/sign-in {name, password}, or {token}, begins a session and sets its cookie. */
async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const credentials = 'name' in body ? readSecrets(byName, body) : readSecrets(byToken, body);
  const secret = await getServices().signIns.signIn(credentials, request);
  response.setHeader('Set-Cookie', sessionCookie(request, secret, sessionSeconds));
  sendJson(response, 200, { signedIn: true });
}

/** POST /api/sign-out ends the session, here and in the browser. */
async function signOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
  requirePost(request);
  await getServices().signIns.signOut(request);
  response.setHeader('Set-Cookie', sessionCookie(request, undefined, 0));
  sendJson(response, 200, { signedIn: false });
}

/** POST /api/invitation {secret}: what a link leads to. Its secret is never part of an address, which would be logged. */
async function tellInvitation(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { secret } = readSecrets(link, await readBody(request));
  const { role, name } = await readInvitation(getServices().database, secret);
  sendJson(response, 200, { role, name });
}

/** POST /api/join {secret, name, password}: becomes one of the people, or chooses a new password, and is signed in. */
async function join(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { database, signIns } = getServices();
  const accepted = readSecrets(acceptance, await readBody(request));
  const personId = await acceptInvitation(database, accepted);
  const secret = await signIns.begin(request, { personId });
  response.setHeader('Set-Cookie', sessionCookie(request, secret, sessionSeconds));
  sendJson(response, 200, { signedIn: true });
}

async function readBody(request: IncomingMessage): Promise<object> {
  requirePost(request);
  const body = parseJson(await text(request));
  return typeof body === 'object' && body !== null ? body : {};
}

/** What was sent, as its schema reads it. Throws AppError 'invalid', in words without any secret. */
function readSecrets<Schema extends z.ZodType>(schema: Schema, body: object): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const hidden = Object.keys(body).map((name) => [name, name === 'name' ? body[name as never] : '(hidden)']);
  throw invalidInput(parsed.error, Object.fromEntries(hidden));
}

function requirePost(request: IncomingMessage): void {
  if (request.method !== 'POST')
    throw new AppError('invalid', `invalid method: ${request.method} (use POST)`);
}

function parseJson(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch (cause) {
    throw new AppError('invalid', 'invalid body: not JSON', { cause });
  }
}
