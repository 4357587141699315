/** Proxies whose word is taken on who asks: those that were named by their addresses, and nobody else. */

import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { AccessError } from './access-error.ts';

export type TrustedProxies = (address: string | undefined) => boolean;

const families = { 4: 'ipv4', 6: 'ipv6' } as const;
const longest = { 4: 32, 6: 128 } as const;
/** 10.0.0.0/8 is the widest network of one's own; of IPv6 a provider's. Wider ones are the world. */
const shortest = { 4: 8, 6: 32 } as const;

const mapped = new BlockList();
mapped.addSubnet('::ffff:0.0.0.0', 96, 'ipv6');

/**
 * @param list addresses and networks with commas between, such as `127.0.0.1,10.0.3.0/24`
 * @throws AccessError that names all that are none, or would be everybody
 */
export function trustedProxiesOf(list: string): TrustedProxies {
  const trusted = new BlockList();
  const faults = list.split(',').flatMap((text) => addTo(trusted, text.trim()) ?? []);
  if (faults.length > 0) {
    throw new AccessError(
      `${faults.join('\n')}\nWhoever is trusted here may say that anybody asks: name the addresses of your proxies only, such as\n` +
        '127.0.0.1 or 10.0.3.0/24, with commas between.',
    );
  }
  return (address = '') => {
    const version = isIP(address);
    return (version === 4 || version === 6) && trusted.check(address, families[version]);
  };
}

/** @returns what is wrong with it */
function addTo(trusted: BlockList, text: string): string | undefined {
  const [address = '', digits, ...more] = text.split('/');
  const version = isIP(address);
  if ((version !== 4 && version !== 6) || more.length > 0 || address.includes('%')) {
    return `${JSON.stringify(text.slice(0, 80))} is no address and no network of proxies.`;
  }
  const length = digits === undefined ? longest[version] : /^\d{1,3}$/.test(digits) ? Number(digits) : Number.NaN;
  if (!(length <= longest[version])) return `${text} has no length of a network from 0 to ${longest[version]}.`;
  if (length < shortest[version]) return `${text} is too wide: at least /${shortest[version]} of IPv${version}.`;
  if (version === 6 && isOfIPv4(address, length))
    return `${text} stands for addresses of IPv4. Write these as they are.`;
  trusted.addSubnet(address, length, families[version]);
  return undefined;
}

function isOfIPv4(address: string, length: number): boolean {
  const network = new BlockList();
  network.addSubnet(address, length, 'ipv6');
  return mapped.check(address, 'ipv6') || network.check('::ffff:0.0.0.0', 'ipv6');
}

/** The client's, as trusted proxies tell it; the sender's where what they tell is no address. */
export const addressOf = ({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string =>
  isIP(ip) === 0 ? (socket.remoteAddress ?? '') : ip;
