import { buffer } from 'node:stream/consumers';
import { deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import {
  checkDocument,
  DOCUMENT_BYTES,
  DOCUMENT_TYPES,
  documentIdOf,
  documentName,
  documentPath,
} from '#domain/documents.ts';
import { jpegOf, onePage, packedObject, pdfOf, pngOf, streamOf } from '../support/documents.ts';

describe('a document that only shows something is sound, whatever its name says', () => {
  test.each([
    ['a PDF', onePage(), 'application/pdf'],
    [
      'a PDF with packed objects that do nothing',
      onePage({ more: [packedObject('<< /Type /Font >>')] }),
      'application/pdf',
    ],
    ['a PDF that opens at a page', onePage({ catalog: '/OpenAction [3 0 R /Fit] ' }), 'application/pdf'],
    [
      'a PDF with links',
      onePage({ more: ['<< /S /URI /URI (https://example.com/javascript/launch) >>'] }),
      'application/pdf',
    ],
    [
      'a PDF that was added to',
      Buffer.concat([onePage(), Buffer.from('4 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\r\n')]),
      'application/pdf',
    ],
    ['a PNG', pngOf(), 'image/png'],
    ['a JPEG', jpegOf(), 'image/jpeg'],
    ['a JPEG with a preview after its end', jpegOf({ after: 'MPF preview' }), 'image/jpeg'],
  ])('%s', (_what, bytes, contentType) => {
    expect(checkDocument('scan.bin', bytes)).toEqual({ kind: 'sound', contentType });
  });

  test('a PDF as a program writes it, with text and a picture', async () => {
    const pdf = new PDFDocument({ compress: true });
    pdf.text('Letter of authorization').image(pngOf(), 100, 100);
    pdf.end();
    expect(checkDocument('loa.pdf', await buffer(pdf))).toEqual({
      kind: 'sound',
      contentType: 'application/pdf',
    });
  });
});

describe('what is no document is refused, by name and with what it is', () => {
  const xlsx = zipSync({ '[Content_Types].xml': new Uint8Array(40), 'xl/workbook.xml': new Uint8Array(9) });
  test.each([
    ['nothing', new Uint8Array(), /^“loa\.pdf” is empty\.$/],
    ['a spreadsheet', xlsx, /^“loa\.pdf” is not a PDF, PNG or JPEG but a ZIP archive/],
    ['a bomb of a spreadsheet', zipSync({ 'xl/a.xml': new Uint8Array(50_000_000) }), /ZIP archive/],
    ['a program', Buffer.from('MZ\x90\0'), /a Windows program/],
    ['a web page', Buffer.from('\ufeff  <!DOCTYPE html><script>alert(1)</script>'), /a web page/],
    ['a drawing with a script', Buffer.from('<svg onload="alert(1)">'), /a drawing in XML/],
    ['a PDF behind something else', Buffer.concat([Buffer.from('GIF'), onePage()]), /before its beginning/],
    ['a HEIC picture', Buffer.from('\0\0\0\x18ftypheic'), /HEIC/],
    ['a few words', Buffer.from('Dear porting team'), /is not a PDF, PNG or JPEG, whatever/],
    ['a PNG cut short', pngOf().subarray(0, 40), /damaged PNG/],
    [
      'a PNG without a picture',
      Buffer.concat([pngOf().subarray(0, 33), pngOf().subarray(-12)]),
      /no picture in it/,
    ],
    ['a PNG with an archive behind it', pngOf({ after: 'PK\x03\x04' }), /something else after its end/],
    ['a PNG of 4 billion pixels', pngOf({ width: 65_535, height: 65_535 }), /more than 250 megapixels/],
    ['a JPEG cut short', jpegOf().subarray(0, -2), /damaged JPEG/],
    ['a JPEG of no size', jpegOf({ width: 0 }), /has no size/],
    ['a JPEG of too many pixels', jpegOf({ width: 65_000, height: 65_000 }), /more than 250 megapixels/],
    ['a PDF cut short', onePage().subarray(0, -20), /damaged PDF/],
    ['a PDF with an archive behind it', Buffer.concat([onePage(), Buffer.from(xlsx)]), /after its end/],
    ['a PDF of an unknown kind', Buffer.from('%PDF-9.1\nstartxref\n0\n%%EOF\n'), /damaged PDF/],
  ])('%s', (_what, bytes, because) => {
    expect(whyNot(bytes)).toMatch(because);
  });

  test('10 MiB are taken, one byte more is not', () => {
    const fill = DOCUMENT_BYTES - jpegOf().length;
    expect(checkDocument('a.jpg', jpegOf({ after: ' '.repeat(fill) })).kind).toBe('sound');
    expect(whyNot(jpegOf({ after: ' '.repeat(fill + 1) }))).toMatch(/^“loa\.pdf” is larger than 10 MB/);
  });

  test('the sentence names no file in a way that changes the sentence', () => {
    const checked = checkDocument('a\r\nb\u202efdp.exe\0', new Uint8Array());
    expect(checked).toEqual({ kind: 'refused', because: '“a bfdp.exe” is empty.' });
    expect(whyNot(new Uint8Array(), 'x'.repeat(500)).length).toBeLessThan(120);
  });
});

/** What makes a PDF do more than show its pages: an object that asks for it, and what we say of it. */
const DANGERS: [what: string, object: string, because: RegExp][] = [
  ['a script', '<< /S /JavaScript /JS (app.alert(1)) >>', /has a script in it/],
  ['a rendition with a script', '<< /S /Rendition /JS (app.alert(1)) >>', /plays sound, film/],
  ['a program to start', '<< /S /Launch /F (cmd.exe) >>', /starts another program/],
  ['a file inside', '<< /Type /EmbeddedFile >>', /carries another file/],
  ['a list of files inside', '<< /EmbeddedFiles 5 0 R >>', /carries another file/],
  ['a file pinned to a page', '<< /Subtype /FileAttachment >>', /carries another file/],
  ['a form of another kind', '<< /XFA [(template) 5 0 R] >>', /XFA/],
  ['a film', '<< /Subtype /RichMedia >>', /plays sound, film/],
  ['a form that sends itself', '<< /S /SubmitForm /F (https://example.com) >>', /sends what is typed/],
];

describe('a PDF that does more than show pages is refused', () => {
  test.each(DANGERS)('%s, in the open', (_what, object, because) => {
    expect(whyNot(onePage({ more: [object] }))).toMatch(because);
    expect(whyNot(onePage({ catalog: `/OpenAction ${object} ` }))).toMatch(because);
  });

  test.each(DANGERS)('%s, packed with other objects', (_what, object, because) => {
    expect(whyNot(onePage({ more: [packedObject(object)] }))).toMatch(because);
  });

  test.each(DANGERS)('%s, however its name is written, wherever it stands', (_what, object, because) => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('plain', 'upper', 'lower'), { minLength: 1, maxLength: 20 }),
        fc.nat(9000),
        fc.boolean(),
        (spelling, distance, packed) => {
          const spelled = `${' '.repeat(distance)}${respelled(object, spelling)}`;
          const bytes = onePage({ more: [packed ? packedObject(spelled) : spelled] });
          expect(whyNot(bytes)).toMatch(because);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('with a password or rights', () => {
    expect(whyNot(onePage({ trailer: '/Encrypt 4 0 R ', more: ['<< /Filter /Standard >>'] }))).toMatch(
      /is locked/,
    );
  });

  test('in a stream, a comment or a string, from where a reader can be told to read it', () => {
    const script = DANGERS[0]?.[1] ?? '';
    for (const hidden of [
      streamOf('', '', Buffer.from(`9 0 obj ${script} endobj`)),
      `<< /Note (9 0 obj ${script} endobj) >>`,
      `<< >> % 9 0 obj ${script} endobj`,
    ]) {
      expect(whyNot(onePage({ more: [hidden] }))).toMatch(/has a script in it/);
    }
    const packed = packedObject(script).toString('latin1');
    expect(whyNot(onePage({ more: [Buffer.from(`<< >> % 9 0 obj ${packed}`, 'latin1')] }))).toMatch(
      /has a script in it/,
    );
  });
});

describe('packed objects that cannot be looked through are refused rather than guessed at', () => {
  const script = DANGERS[0]?.[1] ?? '';
  test.each([
    ['in two layers', '/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]'],
    ['in another way', '/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode'],
    ['as another object says', '/Type /ObjStm /N 1 /First 4 /Filter 7 0 R'],
    ['with two ways to choose from', '/N 1 /First 4 /Filter /FlateDecode /Filter /LZWDecode'],
    ['with a prediction', '/N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 >>'],
    ['without saying that it is one', '/N 1 /First 4 /Filter /LZWDecode'],
    ['with names in disguise', '/#4e 1 /Firs#74 4 /Filte#72 /LZWDecode'],
  ])('%s', (_how, dictionary) => {
    expect(whyNot(onePage({ more: [packedObject(script, dictionary)] }))).toMatch(/cannot be checked/);
  });

  test('when they do not unpack to their end', () => {
    const cut = (packed: Buffer) =>
      onePage({ more: [streamOf('/N 1 /First 4 /Filter /FlateDecode', '', packed)] });
    const whole = deflateSync(`9 0 << >> ${'x'.repeat(9000)}`);
    expect(whyNot(cut(Buffer.concat([whole.subarray(0, 20), Buffer.alloc(200)])))).toMatch(
      /cannot be checked/,
    );
    expect(whyNot(cut(deflateRawSync('9 0 << >>')))).toMatch(/cannot be checked/);
  });

  test('when what they say of their length leaves out the rest', () => {
    const content = Buffer.from(`9 0 << >> endstream endobj ${' '.repeat(20_000)} ${script}`);
    const stored = deflateSync(content, { level: 0 });
    expect(whyNot(onePage({ more: [streamOf('/N 1 /First 4 /Filter /FlateDecode', '', stored)] }))).toMatch(
      /has a script in it/,
    );
  });

  test('when blocks that say nothing stand before what they say', () => {
    const empty = Buffer.from([0, 0, 0, 0xff, 0xff]);
    const last = deflateRawSync(`9 0 ${script}`);
    for (const many of [1, 800, 819, 820, 1638, 5000]) {
      const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array<Buffer>(many).fill(empty), last]);
      const bytes = onePage({ more: [streamOf('/N 1 /First 4 /Filter /FlateDecode', '', packed)] });
      expect(whyNot(bytes)).toMatch(/has a script in it|cannot be checked/);
    }
  });

  test('when they unpack to more than any document has, alone or together', () => {
    const bomb = deflateSync(Buffer.alloc(70 * 1024 * 1024, 'a'));
    const dictionary = '/N 1 /First 4 /Filter /FlateDecode';
    expect(whyNot(onePage({ more: [streamOf(dictionary, '', bomb)] }))).toMatch(/unpacks to far more/);
    const part = streamOf(dictionary, Buffer.alloc(9 * 1024 * 1024, 'a'));
    expect(whyNot(onePage({ more: Array<Buffer>(8).fill(part) }))).toMatch(/unpacks to far more/);
  });

  test('when a file says "here begins an object" everywhere', () => {
    const everywhere = Buffer.alloc(2_000_000, 'obj<</a(');
    expect(whyNot(pdfOf([everywhere]))).toMatch(/cannot be checked/);
    expect(whyNot(pdfOf([Buffer.alloc(2_000_000, 'obj%obj ')]))).toMatch(/cannot be checked/);
  });
});

describe('whatever the bytes', () => {
  const starts = [pngOf(), jpegOf(), onePage(), onePage({ more: [packedObject('<< >>')] })];

  test('nothing is thrown, and what is refused is refused in a sentence that names the file', () => {
    const anyBytes = fc.uint8Array({ maxLength: 400 });
    const damaged = fc
      .tuple(fc.constantFrom(...starts), fc.nat(), fc.nat(), anyBytes)
      .map(([start, from, to, middle]) =>
        Buffer.concat([start.subarray(0, from % start.length), middle, start.subarray(to % start.length)]),
      );
    fc.assert(
      fc.property(fc.oneof(anyBytes, damaged), fc.string(), (bytes, name) => {
        const checked = checkDocument(name, bytes);
        if (checked.kind === 'sound') expect(DOCUMENT_TYPES).toContain(checked.contentType);
        else expect(checked.because).toMatch(/^“.+” (is|has|carries|starts|plays|sends) .+\.$/);
      }),
      { numRuns: 2000 },
    );
  });
});

test('a document is kept under a name that fits its content and harms no header and no folder', () => {
  expect(documentName('Signed LOA.PDF', 'application/pdf')).toBe('Signed LOA.PDF');
  expect(documentName('bill.pdf', 'image/jpeg')).toBe('bill.pdf.jpg');
  expect(documentName('photo.jpeg', 'image/jpeg')).toBe('photo.jpeg');
  expect(documentName('C:\\Users\\dana\\..\\bill.png', 'image/png')).toBe('bill.png');
  expect(documentName('../../.htaccess', 'application/pdf')).toBe('htaccess.pdf');
  expect(documentName('Lettre, « signée » ✓.pdf', 'application/pdf')).toBe('Lettre, « signée » ✓.pdf');
  expect(documentName('', 'image/png')).toBe('document.png');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...DOCUMENT_TYPES), (given, type) => {
      const name = documentName(given, type);
      expect(name).toMatch(/^[^\p{Cc}<>:"|?*\\/.][^\p{Cc}<>:"|?*\\/]*\.(pdf|png|jpe?g)$/iu);
      expect(name.length).toBeLessThan(260);
      expect(documentName(name, type)).toBe(name);
    }),
  );
});

test('the address of a document and its id are one another', () => {
  const id = crypto.randomUUID();
  expect(documentIdOf(documentPath(id))).toBe(id);
  for (const path of ['/documents/', '/documents/1', `/documents/${id}/x`, `/x/documents/${id}`])
    expect(documentIdOf(path)).toBeNull();
});

/** Why it is refused; empty when it is not. */
function whyNot(bytes: Uint8Array, name = 'loa.pdf'): string {
  const checked = checkDocument(name, bytes);
  return checked.kind === 'refused' ? checked.because : '';
}

/** Names with some of their characters written as #4A. */
function respelled(object: string, spelling: readonly string[]): string {
  return object.replace(/\/([A-Za-z]+)/g, (_all, name: string) => {
    const letters = Array.from(name, (letter, i) => {
      const code = letter.charCodeAt(0).toString(16);
      const how = spelling[i % spelling.length];
      return how === 'plain' ? letter : `#${how === 'upper' ? code.toUpperCase() : code}`;
    });
    return `/${letters.join('')}`;
  });
}
