import { lookup as lookupByName, type LookupAddress, type LookupOptions } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { AppError } from '../base/errors';
import { isPublicAddress } from '../base/publicAddress';

/** Asks for one address, without following redirects. */
export type Ask = (address: URL) => Promise<Response>;

/** A download that says nothing for so long is given up, and one that goes on for so long too. */
const idleMs = 30_000;
const longestMs = 60 * 60_000;

/** Statuses whose answers have no body. */
const bodiless = [101, 204, 205, 304];

/**
 * Asks over HTTPS. Unless private addresses are allowed, only a public one is connected to: the answer of the name server
 * that is checked is the one that is used, so that a second answer cannot lead elsewhere.
 *
 * @throws AppError 'invalid' for an address that is not public, else as the connection fails
 */
export function askAddress({ allowPrivate }: { allowPrivate: boolean }): Ask {
  return async (address) => {
    const host = address.hostname.replace(/^\[|\]$/g, '');
    // Node connects to what is a number already without looking it up.
    if (!allowPrivate && isIP(host) && !isPublicAddress(host)) throw privateAddress(host);
    return responseOf(await answered(address, allowPrivate ? undefined : publicLookup()));
  };
}

function answered(address: URL, lookup: LookupFunction | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'identity', 'user-agent': 'circumplex' };
    const signal = AbortSignal.timeout(longestMs);
    const asking = request(address, { lookup, headers, signal, agent: false, timeout: idleMs });
    asking.once('timeout', () => asking.destroy(new Error(`nothing came for ${idleMs / 1000} s`)));
    asking.once('error', reject).once('response', resolve).end();
  });
}

function responseOf(incoming: IncomingMessage): Response {
  const status = incoming.statusCode ?? 0;
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  if (bodiless.includes(status)) incoming.resume();
  const body = bodiless.includes(status) ? null : (Readable.toWeb(incoming) as ReadableStream);
  return new Response(body, { status, headers });
}

/** Asks a name server for all addresses of a name. */
type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A look-up for a connection that refuses names of which any address is not public. */
export function publicLookup(resolve: Resolve = lookupByName): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const hidden = addresses?.find(({ address }) => !isPublicAddress(address));
      const fault = error ?? (hidden ? privateAddress(host) : null);
      if (fault) done(fault, '', 0);
      else if (options.all) done(null, addresses);
      else done(null, addresses[0].address, addresses[0].family);
    });
  };
}

function privateAddress(host: string): AppError {
  return new AppError(
    'invalid',
    `invalid FILE_OR_URL: ${host} (an address of a private network or this machine: --allow-private if it is meant)`,
  );
}
