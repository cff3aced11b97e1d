import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** What proxies say of the request that they pass on. From anyone else it is hearsay. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
];

/**
 * Makes every request of this process say truly where it came from, before Next sees it: without a proxy of ours in front
 * what it claims is dropped and the address of its connection put in place. `proxies` is how many of ours there are.
 */
export function watchAddresses(proxies: number): void {
  subscribe('http.server.request.start', (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    if (proxies > 0) return;
    for (const name of FORWARDED) delete request.headers[name];
    request.headers['x-forwarded-for'] = socket.remoteAddress;
  });
}

/**
 * The address that a request came from: of those in X-Forwarded-For, each proxy having added the one it heard from at the
 * end, the one that our outermost proxy added. An IPv6 address counts by its /64, which one customer has whole.
 */
export function clientAddress(forwardedFor: string | null | undefined, proxies: number): string {
  const heard = (forwardedFor ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const address = heard.at(-Math.max(proxies, 1)) ?? heard[0] ?? 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? (address.includes(':') ? networkOf(address) : address);
}

function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(8 - front.length - back.length, 0)).fill('0');
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':')}::/64`;
}
