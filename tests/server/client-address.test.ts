import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { clientAddress, watchAddresses } from '#server/client-address.ts';

test.each([
  ['203.0.113.7', 0, '203.0.113.7'],
  ['::ffff:203.0.113.7', 0, '203.0.113.7'],
  ['198.51.100.1, 203.0.113.7', 1, '203.0.113.7'],
  ['198.51.100.1, 203.0.113.7, 192.0.2.1', 2, '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', 0, '2001:db8:1:2::/64'],
  ['2001:db8::7', 0, '2001:db8:0:0::/64'],
  ['::1', 0, '0:0:0:0::/64'],
  ['', 0, 'unknown'],
  [undefined, 1, 'unknown'],
])('of %s behind %i proxies the address is %s', (forwardedFor, proxies, address) => {
  expect(clientAddress(forwardedFor, proxies)).toBe(address);
});

test('without a proxy of ours a request cannot say that it came from elsewhere', async () => {
  watchAddresses(0);
  const seen = new Promise<Record<string, unknown>>((resolve) => {
    const server = createServer((incoming, response) => {
      resolve(incoming.headers);
      response.end();
    });
    onTestFinished(() => void server.close());
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const headers = {
        'X-Forwarded-For': '203.0.113.7',
        'X-Forwarded-Host': 'evil.example.com',
        'X-Real-IP': '1.2.3.4',
      };
      request({ port, host: '127.0.0.1', headers }).end();
    });
  });
  const { 'x-forwarded-for': address, ...others } = await seen;
  expect(address).toBe('127.0.0.1');
  expect(Object.keys(others)).not.toContain('x-forwarded-host');
  expect(Object.keys(others)).not.toContain('x-real-ip');
});
