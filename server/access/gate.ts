import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../base/errors';
import type { Settings } from '../base/settings';
import { Attempts } from './attempts';
import { owner } from './caller';
import { setCaller } from './callerHeader';
import { contentSecurityPolicy, setSecurityHeaders } from './headers';
import { checkHost, checkOrigin } from './origin';
import { cookieValue, isSession, issueSession, sameText, sessionCookie, sessionSeconds } from './session';

/** What anybody may have without signing in: the sign-in page and the scripts and styles it is made of. */
const openPaths = /^\/(sign-in$|_next\/static\/|icon\.svg$|favicon\.ico$|api\/sign-in$|api\/sign-out$)/;

/** Stands before every page, query, file and stream: names, origins, access and security headers. */
export class Gate {
  private readonly settings: Settings;
  private readonly development: boolean;
  private readonly attempts = new Attempts();

  constructor(settings: Settings, development: boolean) {
    this.settings = settings;
    this.development = development;
  }

  /** Resolves when the request may go on. Throws AppError 'signed-out', 'forbidden' or 'too-many'. */
  async admit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), this.development);
    // Next takes the nonce for its own scripts from the policy on the request.
    request.headers['content-security-policy'] = policy;
    setSecurityHeaders(response, policy);
    checkHost(request, this.settings.host);
    checkOrigin(request);
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    setCaller(request.headers, undefined);
    if (openPaths.test(path)) return;
    await this.requireAccess(request);
    setCaller(request.headers, owner);
  }

  /** The Set-Cookie value for a person who gave `token`. Throws AppError 'forbidden' or 'too-many'. */
  async signIn(token: string, request: IncomingMessage): Promise<string> {
    await this.checkToken(token, request);
    return this.cookie(issueSession(this.settings.accessToken ?? ''), sessionSeconds, request);
  }

  /** The Set-Cookie value that ends a session. */
  signOut(request: IncomingMessage): string {
    return this.cookie('', 0, request);
  }

  private async requireAccess(request: IncomingMessage): Promise<void> {
    const { accessToken } = this.settings;
    if (!accessToken) return;
    if (isSession(accessToken, cookieValue(request.headers.cookie, sessionCookie))) return;
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer === undefined)
      throw new AppError('signed-out', 'sign in first, or send the access token as a bearer token');
    await this.checkToken(bearer, request);
  }

  private async checkToken(token: string, request: IncomingMessage): Promise<void> {
    const address = request.socket.remoteAddress ?? 'unknown';
    await this.attempts.refuseIfSpent(address);
    if (this.settings.accessToken && sameText(token, this.settings.accessToken)) return;
    await this.attempts.countFailure(address);
    throw new AppError(
      'forbidden',
      'invalid access token (it is the ACCESS_TOKEN the server was started with)',
    );
  }

  private cookie(value: string, maxAgeSeconds: number, request: IncomingMessage): string {
    const secure = request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : '';
    return `${sessionCookie}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
  }
}
