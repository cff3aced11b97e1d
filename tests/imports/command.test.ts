import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../scripts/import-arguments.ts';
import { makePartner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { word } from '../support/unique.ts';
import { command } from './command.ts';
import { csvOf, fileWith, ordersOf, phones, row, rowVersions } from './support.ts';

const [A = '', B = ''] = phones(2);

function run(words: readonly string[], env: Record<string, string> = {}) {
  return command(process.env.DATABASE_URL ?? '', words, env).ended;
}

describe('npm run import', () => {
  it('makes the partner that is missing, says what came of the file, and ends with 0', async () => {
    const slug = `acme-${word()}`;
    const file = await fileWith(csvOf([row(A), row(B)]));
    const { status, output, errors } = await run([
      file,
      '--partner',
      slug,
      '--create-partner',
      'Acme & Sons',
    ]);
    expect(errors).toBe('');
    expect(output).toMatch(
      /^Acme & Sons \(acme-\w+, new\): 1 account, 1 request, 1 order created; 0 orders changed; 2 numbers added, 0 moved; 1 event\nread 2 = imported 2 \+ unchanged 0 \+ rejected 0\nTook \d+\.\d s\.\n$/,
    );
    expect(status).toBe(0);
    const [partner] = await asOwner('SELECT name FROM partner WHERE slug = $1', [slug]);
    expect(partner).toEqual({ name: 'Acme & Sons' });
  });

  it('ends with 3 when rows were rejected, names each, and says where they are', async () => {
    const { slug } = await makePartner();
    const text = csvOf([row(A), row('1')]).replace('Location', 'Planet');
    const file = await fileWith(text);
    const rejects = path.join(path.dirname(file), 'bad.csv');
    const { status, output } = await run([file, `--partner=${slug}`, '--rejects', rejects]);
    expect(output).toContain('Ignored, as it is no column of the report: Planet\n');
    expect(output).toContain(
      'Rejected: 1 row\n  record 3: Phone Number "1" is not a North American number of ten digits.\n',
    );
    expect(output).toContain('read 2 = imported 1 + unchanged 0 + rejected 1\n');
    expect(output).toContain(`Rejected rows: ${rejects} (mend and import it)\n`);
    expect(readFileSync(rejects, 'utf8').split('\r\n')).toHaveLength(3);
    expect(status).toBe(3);
  });

  it('finds files from where it was typed', async () => {
    const { slug } = await makePartner();
    const file = await fileWith(csvOf([row(A), row('1')]));
    const env = { npm_lifecycle_event: 'import', INIT_CWD: path.dirname(file) };
    const { status } = await run(['report.csv', '--partner', slug], env);
    expect(status).toBe(3);
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['report.csv', 'report.rejects.csv']);
  });

  it('as a dry run tells all, and changes nothing', async () => {
    const partner = await makePartner();
    const file = await fileWith(csvOf([row(A), row('1')]));
    const { status, output } = await run([file, '--partner', partner.slug, '--dry-run']);
    expect(output).toContain('1 account, 1 request, 1 order created');
    expect(output).toContain('read 2 = imported 1 + unchanged 0 + rejected 1\n');
    expect(output).toContain('Dry run: nothing was changed.');
    expect(output).toContain('A dry run writes no file of them unless one is named: --rejects FILE');
    expect(status).toBe(3);
    expect(await rowVersions(partner)).toEqual([]);
    expect(readdirSync(path.dirname(file))).toEqual(['report.csv']);
    const slug = `new-${word()}`;
    await run([file, '--partner', slug, '--create-partner', 'New', '--dry-run']);
    expect(await asOwner('SELECT 1 FROM partner WHERE slug = $1', [slug])).toEqual([]);
    expect(await asOwner('SELECT 1 FROM import_run WHERE partner_id = $1', [partner.id])).toEqual([]);
  });

  it('ends with 1 and one sentence when nothing could be imported', { timeout: 60_000 }, async () => {
    const partner = await makePartner();
    const file = await fileWith(csvOf([row(A)]));
    const fails = async (words: string[], sentence: RegExp, env?: Record<string, string>) => {
      expect(await run(words, env)).toEqual({
        status: 1,
        output: '',
        errors: expect.stringMatching(sentence),
      });
    };
    await fails(
      [file, '--partner', 'nobody'],
      /^There is no partner "nobody": --create-partner NAME makes it\.\n$/,
    );
    await fails([file, '--partner', 'No', '--create-partner', 'x'], /^"No" cannot be a partner: [^\n]+\n$/);
    await fails([`${file}.gone`, '--partner', partner.slug], /^[^\n]+report\.csv\.gone does not exist\.\n$/);
    await fails([file, '--partner', partner.slug, '--dry'], /^Unknown option '--dry'[^\n]+\n$/);
    const nowhere = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    await fails(
      [file, '--partner', partner.slug],
      /^The database that DATABASE_URL names [^\n]+\n$/,
      nowhere,
    );
    expect(await ordersOf(partner)).toEqual([]);
  });
});

describe('the words of the command', () => {
  it('are read, in any order', () => {
    const words = ['--rejects=../bad.csv', 'a.csv', '--create-partner', ' Acme ', '--partner', 'acme'];
    expect(readArguments(words, '/home/someone')).toEqual({
      file: '/home/someone/a.csv',
      partner: { slug: 'acme', createAs: 'Acme' },
      dryRun: false,
      rejects: { at: '/home/bad.csv' },
    });
    expect(readArguments(['a.csv', '--partner=acme'], '/')?.rejects).toBe('beside');
    expect(readArguments(['a.csv', '--partner=acme', '--dry-run'], '/')?.rejects).toBe('nowhere');
    expect(readArguments(['--help'], '/')).toBeNull();
  });

  it.each([
    [[], /^Which file\? npm run import -- FILE --partner SLUG/],
    [['a.csv'], /^Whose orders are they\?/],
    [['a.csv', '--partner'], /'--partner <value>' argument missing/],
    [['a.csv', '--partner', 'x', '--frobnicate'], /^Unknown option '--frobnicate'/],
    [['a.csv', 'b.csv', '--partner', 'x'], 'One file at a time: b.csv is one too many.'],
    [['a.csv', '--partner', 'x', '--create-partner', ' '], '--create-partner needs a name.'],
    [['a.csv', '--partner', 'x', '--rejects='], '--rejects needs a file.'],
  ])('%j are refused', (words, sentence) => {
    expect(() => readArguments(words, '/')).toThrow(sentence);
  });
});
