import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Database } from '@/db/open';
import { ownerId } from '@/db/schema';
import { AppError } from '../base/errors';
import type { Settings } from '../base/settings';
import { accessLog } from './accessLog';
import { callerByToken, makeToken, roleOfToken, type NewToken } from './accessTokens';
import { addressGroup, isForThisMachine } from './addresses';
import { browserName } from './browserName';
import { owner, type SignedInCaller } from './caller';
import { connectionEnd } from './connectionEnd';
import { sessionSecret } from './cookies';
import { Guesses, type Whence } from './guesses';
import { KnownCallers, knownForMs } from './knownCallers';
import { passwordHash } from './passwords/passwordHash';
import { putPassword } from './passwords/putPassword';
import { requireGoodPassword } from './passwords/requireGoodPassword';
import { setPassword } from './passwords/setPassword';
import { addPerson, areNamed, lockPerson, personOf } from './people';
import { sameText } from './secret';
import { beginSession, callerBySession, endSessionOf, isByAccessToken, roleOfSession } from './sessions';

/** What somebody signs in by. */
export type Credentials = { token: string } | { name: string; password: string };

interface SignInsParts {
  database: Database;
  settings: Pick<Settings, 'accessToken' | 'host' | 'publicOrigin'>;
  guesses?: Guesses;
}

/** Who is let in, and by what: the living part of it, of which a process has one. */
export class SignIns {
  private readonly database: Database;
  private readonly settings: SignInsParts['settings'];
  private readonly guesses: Guesses;
  private readonly known = new KnownCallers();
  private readonly named = new LRUCache<'named', { are: boolean }>({ max: 1, ttl: knownForMs });

  constructor({ database, settings, guesses = new Guesses(database) }: SignInsParts) {
    this.database = database;
    this.settings = settings;
    this.guesses = guesses;
  }

  /**
   * Who asks: by a session, by a bearer token, or, where nobody has to sign in, the owner; undefined for nobody.
   * @throws AppError 'forbidden' for a wrong bearer token, after a while.
   */
  async callerOf(request: IncomingMessage): Promise<SignedInCaller | undefined> {
    const secret = sessionSecret(request);
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const found =
      (secret !== undefined && (await this.bySession(secret))) ||
      (bearer !== undefined && (await this.byToken(bearer)));
    if (found) return found;
    if (await this.isOpen()) return owner;
    if (bearer === undefined) return undefined;
    await this.requireAccessToken(bearer, request);
    return owner;
  }

  /**
   * True while what a caller came in by still lets them in, in the same role; what another process changed is seen, too.
   */
  async isStillIn({ sessionId, tokenId, role }: SignedInCaller): Promise<boolean> {
    if (sessionId !== undefined) return (await roleOfSession(this.database, sessionId)) === role;
    if (tokenId !== undefined)
      return (await roleOfToken(this.database, tokenId, this.settings.accessToken)) === role;
    return this.settings.accessToken !== undefined || this.isOpen();
  }

  /** True where people sign in by name and password. */
  async areNamed(): Promise<boolean> {
    const known = this.named.get('named');
    if (known) return known.are;
    const are = await areNamed(this.database);
    this.named.set('named', { are });
    return are;
  }

  /** True where nobody has to sign in: only this machine is served, by no proxy, and nobody is named. */
  async isOpen(): Promise<boolean> {
    const { accessToken } = this.settings;
    return accessToken === undefined && isForThisMachine(this.settings) && !(await this.areNamed());
  }

  /**
   * Begins a session, in place of the one the request may come with. Returns its secret.
   * @throws AppError 'forbidden' for wrong credentials, after a while.
   */
  async signIn(credentials: Credentials, request: IncomingMessage): Promise<string> {
    if ('token' in credentials) {
      await this.requireAccessToken(credentials.token, request);
      return this.begin(request, { personId: ownerId, accessToken: this.settings.accessToken });
    }
    const personId = await this.guesses.personBy(credentials, whenceOf(request));
    if (personId === undefined)
      throw new AppError(
        'forbidden',
        'invalid name or password (whoever invited you can send a link to a new one)',
      );
    return this.begin(request, { personId });
  }

  /** Begins a session of a person whose right to it has been seen. Returns its secret. */
  async begin(request: IncomingMessage, who: { personId: number; accessToken?: string }): Promise<string> {
    await this.signOut(request);
    this.forget();
    accessLog.info({ person: who.personId, address: addressOf(request) }, 'a session has begun');
    return beginSession(this.database, {
      ...who,
      address: addressOf(request),
      browser: browserName(request.headers['user-agent']),
    });
  }

  /** Ends the session that a request comes with. */
  async signOut(request: IncomingMessage): Promise<void> {
    const secret = sessionSecret(request);
    if (secret === undefined) return;
    if (!(await endSessionOf(this.database, secret))) return;
    accessLog.info({ address: addressOf(request) }, 'a session was ended by its person');
    this.forget();
  }

  /** Makes an access token of the caller's. Returns it. Throws AppError 'conflict' or 'too-many'. */
  async makeToken({ personId, sessionId }: SignedInCaller, wanted: NewToken): Promise<string> {
    const isByToken = sessionId === undefined || (await isByAccessToken(this.database, sessionId));
    const { accessToken } = this.settings;
    return makeToken(this.database, { personId, ...(isByToken && { accessToken }) }, wanted);
  }

  /**
   * Changes the caller's password, which ends their other sessions and their access tokens.
   * @throws AppError 'forbidden' where `current` is not theirs, 'invalid' for one that is easily guessed.
   */
  async changePassword(
    { personId, sessionId }: SignedInCaller,
    { current, next }: { current: string; next: string },
  ): Promise<void> {
    const { name } = await personOf(this.database, personId);
    requireGoodPassword(next, name);
    const known = await this.guesses.personBy({ name, password: current }, { address: `person ${personId}` });
    if (known === undefined)
      throw new AppError('forbidden', 'invalid current password: (hidden) (it is not the one so far)');
    await setPassword(this.database, { personId, password: next, kept: sessionId });
    this.forget();
  }

  /**
   * Gives the owner a name and a password, after which everybody signs in.
   * @throws AppError 'conflict' where somebody has them already; 'invalid' for a password that is easily guessed.
   */
  async nameOwner({ name, password }: { name: string; password: string }): Promise<void> {
    requireGoodPassword(password, name);
    const hash = await passwordHash(password);
    await this.database.transaction(async (transaction) => {
      // Of two who do this at once, one waits here for the other.
      await lockPerson(transaction, ownerId);
      if (await areNamed(transaction))
        throw new AppError(
          'conflict',
          'invalid name: people have names already (invite others, or change a password)',
        );
      await addPerson(transaction, { name });
      await putPassword(transaction, { personId: ownerId, hash });
    });
    this.forget();
  }

  /** Has all that is known of sessions, tokens and people looked up again: to be called once some were changed. */
  forget(): void {
    this.known.forget();
    this.named.clear();
  }

  private bySession(secret: string): Promise<SignedInCaller | undefined> {
    const { database, settings } = this;
    return this.known.find('session', secret, () => callerBySession(database, secret, settings.accessToken));
  }

  private byToken(bearer: string): Promise<SignedInCaller | undefined> {
    return this.known.find('token', bearer, () =>
      callerByToken(this.database, bearer, this.settings.accessToken),
    );
  }

  /** Throws AppError 'forbidden', after a while, for any other token than that of the settings. */
  private requireAccessToken(token: string, request: IncomingMessage): Promise<void> {
    const { accessToken } = this.settings;
    const isRight = () => accessToken !== undefined && sameText(token, accessToken);
    return this.guesses.requireToken(isRight, whenceOf(request));
  }
}

const addressOf = (request: IncomingMessage) => addressGroup(request.socket.remoteAddress);

const whenceOf = (request: IncomingMessage): Whence => ({
  address: addressOf(request),
  signal: connectionEnd(request.socket),
});
