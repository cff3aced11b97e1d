import { describe, expect, it } from 'vitest';
import { FIRST_PAGE } from '#domain/report-request.ts';
import { parseReportUrl, REPORT_PATH, reportUrl } from '#features/report/url.ts';

const read = (query: string) => parseReportUrl(new URLSearchParams(query));

describe('an address of the report', () => {
  it('asks for the first page of everything when it says nothing', () => {
    const { url, problems } = read('');
    expect(url).toEqual({ request: FIRST_PAGE, partner: null, zoom: null, row: null });
    expect(problems).toEqual([]);
    expect(reportUrl(url)).toBe(REPORT_PATH);
  });

  it('is read whole, and written again as it was', () => {
    const query =
      'partner=harborlight&account=7003601&status=waiting-for-you&status=in-progress&detail=rejected' +
      '&type=local&ready=no&date=focOn&from=2026-11-01&to=2026-11-30&sort=-company&size=100&find=0137&match=3&zoom=75&row=512353-4155550140';
    const { url, problems } = read(query);
    expect(problems).toEqual([]);
    expect(url).toEqual({
      partner: 'harborlight',
      zoom: 75,
      row: { requestId: '512353', phone: '+14155550140' },
      request: {
        accountId: '7003601',
        statuses: ['waiting-for-you', 'in-progress'],
        details: ['rejected'],
        type: 'local',
        ready: false,
        date: { field: 'focOn', from: '2026-11-01', to: '2026-11-30' },
        sort: { key: 'company', direction: 'desc' },
        page: 1,
        size: 100,
        find: '0137',
        match: 3,
      },
    });
    expect(reportUrl(url)).toBe(`${REPORT_PATH}?${query}`);
  });

  it('names each value that it cannot use, and lets the rest apply', () => {
    const { url, problems } = read(
      'status=sleeping&status=scheduled&detail=somewhere&type=mobile&ready=perhaps&sort=mood&page=x&size=33&zoom=20&row=512353',
    );
    expect(url.request).toEqual({ ...FIRST_PAGE, statuses: ['scheduled'] });
    expect(problems.map(({ name, value }) => [name, value])).toEqual([
      ['status', 'sleeping'],
      ['detail', 'somewhere'],
      ['type', 'mobile'],
      ['ready', 'perhaps'],
      ['sort', 'mood'],
      ['page', 'x'],
      ['size', '33'],
      ['zoom', '20'],
      ['row', '512353'],
    ]);
    for (const { because } of problems) expect(because).toMatch(/^is /);
  });

  it('names a parameter that it does not know, rather than showing all without a word', () => {
    expect(read('statuss=scheduled').problems).toEqual([
      { name: 'statuss', value: 'scheduled', because: expect.stringContaining('does not know') },
    ]);
  });

  it('takes the first of two values where one can be given, and names the other', () => {
    const { url, problems } = read('account=1&account=2');
    expect(url.request.accountId).toBe('1');
    expect(problems).toEqual([
      { name: 'account', value: '2', because: expect.stringContaining('one value can be given') },
    ]);
  });

  it.each([
    ['status=canceled', 'cancelled'],
    ['status=Canceled', 'cancelled'],
    ['status=Waiting+for+You', 'waiting-for-you'],
    ['status=IN_PROGRESS', 'in-progress'],
  ])('reads %s as people write it', (query, status) => {
    expect(read(query).url.request.statuses).toEqual([status]);
  });

  it.each(['account=', 'status=', 'find=+', 'page=', 'zoom='])('takes an empty %s for not given', (query) => {
    expect(read(query)).toEqual({ url: read('').url, problems: [] });
  });

  it.each(['account', 'find', 'partner'])('names a %s with a character that no value has', (name) => {
    const { url, problems } = read(`${name}=a%00b`);
    expect(url).toEqual(read('').url);
    expect(problems).toMatchObject([{ name }]);
  });

  it('counts the same status once', () => {
    expect(read('status=scheduled&status=Scheduled').url.request.statuses).toEqual(['scheduled']);
  });
});

describe('dates of the address', () => {
  it('may be open at either end', () => {
    expect(read('date=createdOn&from=2026-11-01').url.request.date).toEqual({
      field: 'createdOn',
      from: '2026-11-01',
      to: null,
    });
    expect(read('date=createdOn&to=2026-11-01').url.request.date?.from).toBeNull();
  });

  it('stay the same calendar day in every zone', () => {
    expect(read('date=focOn&from=2026-03-08').url.request.date?.from).toBe('2026-03-08');
  });

  it.each([
    ['date=focOn&from=2026-02-30', 'from'],
    ['date=focOn&to=soon', 'to'],
    ['date=birthday&from=2026-11-01', 'date'],
    ['from=2026-11-01', 'date'],
    ['date=focOn&from=2026-12-01&to=2026-11-01', 'from'],
  ])('are named when they make no sense: %s', (query, name) => {
    const { url, problems } = read(query);
    expect(url.request.date).toBeNull();
    expect(problems.map((problem) => problem.name)).toContain(name);
  });

  it('mean nothing without a day', () => {
    expect(read('date=focOn')).toEqual({ url: read('').url, problems: [] });
  });
});

describe('zoom', () => {
  it.each([
    ['50', 50],
    ['200', 200],
    ['125%25', 125],
    ['width', 'width'],
    ['page', 'page'],
  ])('%s is read', (text, zoom) => {
    expect(read(`zoom=${text}`)).toMatchObject({ url: { zoom }, problems: [] });
  });

  it.each(['49', '201', '-100', 'large', '1e2'])('%s is not a zoom', (text) => {
    const { url, problems } = read(`zoom=${text}`);
    expect(url.zoom).toBeNull();
    expect(problems).toHaveLength(1);
  });
});

describe('the address that is written', () => {
  it('leaves out the page when a match says which page it is', () => {
    const { url } = read('page=7&find=harbor&match=2');
    expect(reportUrl(url)).toBe(`${REPORT_PATH}?find=harbor&match=2`);
  });

  it('leaves out a match without a text to find', () => {
    expect(reportUrl(read('match=2&page=3').url)).toBe(`${REPORT_PATH}?page=3`);
  });

  it('survives whatever a company is called', () => {
    const find = 'Ünïcode & Söhne + 100% <b>"x"</b>\n=?#';
    const { url } = read(new URLSearchParams({ find }).toString());
    expect(read(reportUrl(url).split('?')[1] ?? '').url.request.find).toBe(find.trim());
  });
});

describe('a row in an address', () => {
  it('is a request ID, which may have dashes in it, and a number', () => {
    expect(read('row=AB-12-7-4155550140').url.row).toEqual({ requestId: 'AB-12-7', phone: '+14155550140' });
    expect(reportUrl(read('row=AB-12-7-4155550140').url)).toBe(`${REPORT_PATH}?row=AB-12-7-4155550140`);
    for (const row of ['4155550140', '-4155550140', '512353-911', '512353-1155550140', '512353-415555014'])
      expect(read(`row=${row}`).problems, row).toMatchObject([{ name: 'row', value: row }]);
  });
});
