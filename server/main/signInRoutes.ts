import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Gate } from '../access/gate';
import { AppError } from '../base/errors';
import type { Route } from '../access/route';
import { sendJson } from '../http/answers';

const signInBody = z.object({ token: z.string().min(1).max(1000) });
const largestBody = 10_000;

/** POST /api/sign-in {token} sets the session cookie; POST /api/sign-out clears it. */
export function signInRoutes(gate: Gate): Route[] {
  return [
    {
      path: /^\/api\/sign-in$/,
      may: 'anybody',
      handle: async (request, response) => {
        requirePost(request);
        const body = signInBody.safeParse(parseJson(await readText(request)));
        if (!body.success) throw new AppError('invalid', 'invalid token: (none) (send {"token": "…"})');
        response.setHeader('Set-Cookie', await gate.signIn(body.data.token, request));
        sendJson(response, 200, { signedIn: true });
      },
    },
    {
      path: /^\/api\/sign-out$/,
      may: 'anybody',
      handle: (request, response) => {
        requirePost(request);
        response.setHeader('Set-Cookie', gate.signOut(request));
        sendJson(response, 200, { signedIn: false });
        return Promise.resolve();
      },
    },
  ];
}

function requirePost(request: IncomingMessage): void {
  if (request.method !== 'POST')
    throw new AppError('invalid', `invalid method: ${request.method} (use POST)`);
}

async function readText(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > largestBody) throw new AppError('too-large', `invalid body: over ${largestBody} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('invalid', 'invalid body: not JSON', { cause });
  }
}
