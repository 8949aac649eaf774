import { isIP } from 'node:net';
import type { Settings } from '../base/settings';

/** True for a host name or address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  return isIP(name) === 4 && name.startsWith('127.');
}

/** True where only this machine is served: neither another network nor, by a proxy, the world. */
export function isForThisMachine({ host, publicOrigin }: Pick<Settings, 'host' | 'publicOrigin'>): boolean {
  return isLoopback(host) && publicOrigin === undefined;
}

/** The host name of a Host header ("example.org:3000", "[::1]:3000"), without its port; undefined if malformed. */
export function hostName(header: string | undefined): string | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(header ?? '');
  return match?.[1].toLowerCase();
}

/**
 * What a remote address is counted under: whoever has one address of IPv6 has all 2^64 of its network, and an address
 * of IPv4 is the same one when it comes by IPv6.
 */
export function addressGroup(address: string | undefined): string {
  const plain = (address ?? 'unknown').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  const [head, tail] = plain.split('::');
  const groups = [head, tail].map((half) => (half ? half.split(':') : []));
  const gap = Array.from(
    { length: tail === undefined ? 0 : 8 - groups[0].length - groups[1].length },
    () => '0',
  );
  const network = [...groups[0], ...gap, ...groups[1]].slice(0, 4);
  return network.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
