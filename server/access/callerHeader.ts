import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { SignedInCaller } from './caller';

const header = 'x-circumplex-caller';

/** One slot for all bundles of this process: what nobody outside of it can know proves that the gate wrote a header. */
const slot = Symbol.for('circumplex.callerSeal');
const holder = globalThis as { [slot]?: string };
const seal = (holder[slot] ??= randomBytes(32).toString('base64url'));

/** Notes on a request who asks, for all that works on it, in place of whatever was sent under that name. */
export function setCaller(headers: IncomingHttpHeaders, caller: SignedInCaller | undefined): void {
  if (caller) Object.assign(headers, callerHeaders(caller));
  else delete headers[header];
}

/** Who asks, as the gate noted it; undefined where it noted nobody. */
export function callerOf(headers: IncomingHttpHeaders | Headers): SignedInCaller | undefined {
  const noted = headers instanceof Headers ? headers.get(header) : headers[header];
  if (typeof noted !== 'string' || !noted.startsWith(seal)) return undefined;
  return JSON.parse(noted.slice(seal.length)) as SignedInCaller;
}

/** The header of a request that `caller` puts. */
export function callerHeaders(caller: SignedInCaller): Record<string, string> {
  return { [header]: seal + JSON.stringify(caller) };
}
