import { LRUCache } from 'lru-cache';
import type { SignedInCaller } from './caller';
import { secretHash } from './secret';

/** How long it may take until what another process ended or began is known here, milliseconds. */
export const knownForMs = 2000;

/** Who came in a moment ago, and by what: a secret of one kind is none of another. */
export class KnownCallers {
  private readonly known = new LRUCache<string, SignedInCaller>({ max: 10_000, ttl: knownForMs });
  private era = 0;

  /** What was found a moment ago is not looked up again; what was forgotten meanwhile is not kept. */
  async find(
    kind: 'session' | 'token',
    secret: string,
    lookUp: () => Promise<SignedInCaller | undefined>,
  ): Promise<SignedInCaller | undefined> {
    const key = `${kind} ${secretHash(secret)}`;
    const known = this.known.get(key);
    if (known) return known;
    const { era } = this;
    const found = await lookUp();
    if (found && era === this.era) this.known.set(key, found);
    return found;
  }

  /** Has all looked up again. */
  forget(): void {
    this.era++;
    this.known.clear();
  }
}
