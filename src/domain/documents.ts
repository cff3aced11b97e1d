import { checkJpeg, isJpeg } from './document-kinds/jpeg.ts';
import { checkPdf, isPdf } from './document-kinds/pdf.ts';
import { checkPng, isPng } from './document-kinds/png.ts';
import { resembles } from './document-kinds/resembles.ts';
import { plainText } from './plain-text.ts';

/** How large a letter of authorization, a bill or an attachment may be: 10 MiB. Source: issue 5. */
export const DOCUMENT_BYTES = 10 * 1024 * 1024;

export const DOCUMENT_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const DOCUMENT_KINDS = ['loa', 'bill', 'attachment'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type CheckedDocument =
  | { kind: 'sound'; contentType: DocumentType }
  | { kind: 'refused'; because: string };

const KINDS: {
  type: DocumentType;
  is: (bytes: Uint8Array) => boolean;
  /** What is wrong with it, to follow its name; null when nothing is. */
  check: (bytes: Uint8Array) => string | null;
}[] = [
  { type: 'application/pdf', is: isPdf, check: checkPdf },
  { type: 'image/png', is: isPng, check: checkPng },
  { type: 'image/jpeg', is: isJpeg, check: checkJpeg },
];

/**
 * Whether a file that somebody sent is a PDF, PNG or JPEG that does nothing but show something, by its content; its name is
 * only for the sentence. Never throws. Time and memory are bounded whatever the file says of itself.
 */
export function checkDocument(name: string, bytes: Uint8Array): CheckedDocument {
  const wrong = wrongWith(bytes);
  if (typeof wrong !== 'string') return { kind: 'sound', contentType: wrong.type };
  return { kind: 'refused', because: `“${shownName(name)}” ${wrong}` };
}

function wrongWith(bytes: Uint8Array): string | { type: DocumentType } {
  if (bytes.length === 0) return 'is empty.';
  if (bytes.length > DOCUMENT_BYTES) return 'is larger than 10 MB, which is the most that can be taken.';
  const kind = KINDS.find(({ is }) => is(bytes));
  if (kind) return kind.check(bytes) ?? { type: kind.type };
  const looks = resembles(bytes);
  return `is not a PDF, PNG or JPEG${looks === null ? '' : ` but ${looks}`}, whatever its name says.`;
}

const EXTENSIONS: Record<DocumentType, RegExp> = {
  'application/pdf': /\.pdf$/i,
  'image/png': /\.png$/i,
  'image/jpeg': /\.jpe?g$/i,
};
const USUAL: Record<DocumentType, string> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
};
const LONGEST_NAME = 120;

/**
 * The name under which a document is kept: the last part of what its sender called it, without what no file should have in
 * its name, and ending as its content asks for, so that no program takes it for something else.
 */
export function documentName(given: string, contentType: DocumentType): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const plain = plainText(last.replace(/[<>:"|?*]/g, ''));
  const ending = EXTENSIONS[contentType].exec(plain)?.[0] ?? USUAL[contentType];
  const stem = plain.replace(EXTENSIONS[contentType], '').replace(/^[.\s]+/, '');
  const short = [...stem]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/[.\s]+$/, '');
  return `${short || 'document'}${ending}`;
}

/** Where a document is served. */
export function documentPath(id: string): string {
  return `/documents/${id}`;
}

/** Whose address that is; null for what cannot be one. */
export function documentIdOf(path: string): string | null {
  return /^\/documents\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(path)?.[1] ?? null;
}

function shownName(name: string): string {
  const plain = plainText(name);
  const letters = [...plain];
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : plain || 'the file';
}
