import { isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressGroup } from './addresses';

describe('addressGroup', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::ffff:192.168.1.2', '192.168.1.2'],
    ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7'],
    ['2001:db8:0:7::4', '2001:db8:0:7'],
    ['2001:0DB8::7', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    [undefined, 'unknown'],
  ])('counts %s under %s', (address, group) => expect(addressGroup(address)).toBe(group));

  it('counts all addresses of one network of IPv6 together, however they are written', () => {
    const group = fc.integer({ min: 1, max: 0xffff }).map((value) => value.toString(16));
    const four = fc.array(group, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(four, four, group, (network, host, short) => {
        const [full, brief] = [[...network, ...host].join(':'), `${network.join(':')}::${short}`];
        expect([full, brief].every(isIPv6)).toBe(true);
        expect([addressGroup(full), addressGroup(brief.toUpperCase())]).toEqual(
          Array(2).fill(network.join(':')),
        );
      }),
    );
  });
});
