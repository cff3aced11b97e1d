import { expect, it } from 'vitest';
import { type CaseFacts, caseLines, caseMailto, caseSubject } from '#domain/case-mail.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';

const FACTS: CaseFacts = {
  ...{ caseNumber: '4012345', requestId: '512353', company: 'Harper & Finch', accountId: '7003601' },
  ...{ detailedStatus: 'rejected', phones: ['+14155550140'] as PhoneNumber[], numbers: 1 },
};

it('is filed under case and request', () => {
  expect(caseSubject(FACTS)).toBe('Case 4012345, request 512353');
  expect(caseSubject({ caseNumber: null, requestId: '512353' })).toBe('Request 512353');
});

it('names account, numbers and status', () => {
  expect(caseLines(FACTS)).toEqual([
    'Account: Harper & Finch, 7003601',
    'Numbers: (415) 555-0140',
    'Status: Waiting for You, Rejected',
  ]);
  expect(caseLines({ ...FACTS, detailedStatus: 'completed' }).at(-1)).toBe('Status: Completed');
});

it('names twenty numbers at most, so that the address stays short enough for every mail program', () => {
  const phones = Array.from({ length: 100 }, (_, i) => `+1415555${String(1000 + i)}` as PhoneNumber);
  const mailto = caseMailto('porting@example.com', { ...FACTS, phones, numbers: 240 });
  expect(mailto.length).toBeLessThan(2_000);
  expect(decodeURIComponent(mailto)).toContain('(415) 555-1019 and 220 more');
});

it('cannot be led to other addressees, subjects or headers by a name', () => {
  const company = 'Evil\r\nBcc: all@example.com&cc=x@example.com?subject=Paid';
  const mailto = caseMailto('porting@example.com', {
    ...FACTS,
    company,
    requestId: '1\r\nBcc: x@example.com',
  });
  const { pathname, searchParams } = new URL(mailto);
  expect(pathname).toBe('porting@example.com');
  expect([...searchParams.keys()]).toEqual(['subject', 'body']);
  expect(searchParams.get('subject')).toBe('Case 4012345, request 1 Bcc: x@example.com');
  expect(searchParams.get('body')).not.toMatch(/^(Bcc|cc):/m);
});
