import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../base/errors';
import type { Settings } from '../base/settings';
import { setCaller } from './callerHeader';
import { contentSecurityPolicy, setSecurityHeaders } from './headers';
import { isSecure } from './isSecure';
import { checkHost, checkOrigin } from './origin';
import type { SignIns } from './signIns';

/** What anybody may have without signing in: the pages to sign in and to join, and the scripts and styles they are made of. */
const openPaths = /^\/(sign-in$|join$|_next\/static\/|icon\.svg$|api\/(sign-in|sign-out|join|invitation)$)/;

/** Stands before every page, query, file and stream: names, origins, who asks, and security headers. */
export class Gate {
  constructor(
    private readonly settings: Settings,
    private readonly development: boolean,
    private readonly signIns: Pick<SignIns, 'callerOf'>,
  ) {}

  /**
   * Resolves when the request may go on, with who asks noted on it. Throws AppError 'signed-out' or 'forbidden'.
   */
  async admit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), this.development);
    // Next takes the nonce for its own scripts from the policy on the request.
    request.headers['content-security-policy'] = policy;
    setSecurityHeaders(response, policy);
    if (isSecure(request)) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
    setCaller(request.headers, undefined);
    checkHost(request, this.settings);
    checkOrigin(request, this.settings.publicOrigin);
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    if (openPaths.test(path)) return;
    const caller = await this.signIns.callerOf(request);
    if (!caller) throw new AppError('signed-out', 'sign in first, or send an access token as a bearer token');
    setCaller(request.headers, caller);
  }
}
