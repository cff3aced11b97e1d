import { expect, test } from 'vitest';
import { returnPath, signInPath } from '#server/return-path.ts';

const PORTAL = 'https://portal.example.com';

test.each([
  ['/reports/business-intelligence/number-porting?status=scheduled&page=3'],
  ['/status'],
  ['/status#top'],
])('a path of ours (%s) is where the way leads back to', (path) => {
  expect(returnPath(path, PORTAL)).toBe(path);
  expect(returnPath(`${PORTAL}${path}`, PORTAL)).toBe(path);
});

test.each([
  ['https://evil.example.com/reports'],
  ['//evil.example.com/reports'],
  ['/\\evil.example.com'],
  ['\\\\evil.example.com'],
  ['http://portal.example.com/status'],
  ['https://portal.example.com:8443/status'],
  ['https://portal.example.com@evil.example.com/'],
  ['https://portal.example.com//evil.example.com/'],
  ['javascript:alert(1)'],
  ['data:text/html,hello'],
  ['http://['],
  ['/sign-in?callbackUrl=/sign-in'],
  [''],
  [undefined],
])('anything else (%s) leads to the start page', (url) => {
  expect(returnPath(url, PORTAL)).toBe('/');
});

test('the sign-in page is told where to lead back to, except to the start page', () => {
  expect(signInPath('/')).toBe('/sign-in');
  expect(signInPath('/status?page=2')).toBe('/sign-in?callbackUrl=%2Fstatus%3Fpage%3D2');
});
