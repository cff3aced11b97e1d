const REMEDY = 'Print it to a new PDF, then send that.';
const SCRIPT = `has a script in it. ${REMEDY}`;
const CARRIES = `carries another file inside it. ${REMEDY}`;
const PLAYS = `plays sound, film or a program of its own. ${REMEDY}`;
const SENDS = `sends what is typed into it elsewhere, or fetches it. ${REMEDY}`;

/**
 * What only PDFs have that do more than show pages, by the name without which no reader does it. /JS is not one of them: an
 * action with it is of type /JavaScript or /Rendition, and three bytes turn up in pictures by chance.
 */
const DANGERS = new Map([
  ['Encrypt', `is locked: its content cannot be checked. ${REMEDY}`],
  ['JavaScript', SCRIPT],
  ['Rendition', PLAYS],
  ['RichMedia', PLAYS],
  ['Launch', `starts another program. ${REMEDY}`],
  ['EmbeddedFile', CARRIES],
  ['EmbeddedFiles', CARRIES],
  ['FileAttachment', CARRIES],
  ['GoToE', CARRIES],
  ['XFA', `is a form that programs draw as they like (XFA). ${REMEDY}`],
  ['SubmitForm', SENDS],
  ['ImportData', SENDS],
]);
/** Of a name in which every character is written as #4A. */
const LONGEST = 3 * Math.max(...Array.from(DANGERS.keys(), (name) => name.length));

const SLASH = 0x2f;
const HASH = 0x23;
const FIRST = new Set([HASH, ...Array.from(DANGERS.keys(), (name) => name.charCodeAt(0))]);

/** What a PDF's bytes name that we do not take, to follow the file's name; null when there is nothing of the kind. */
export function dangerIn(bytes: Uint8Array): string | null {
  for (let at = bytes.indexOf(SLASH); at >= 0; at = bytes.indexOf(SLASH, at + 1)) {
    const end = endOfRegular(bytes, at + 1, at + 2 + LONGEST);
    if (end - at > LONGEST + 1 || !FIRST.has(bytes[at + 1] ?? 0)) continue;
    const danger = DANGERS.get(nameOf(bytes, at + 1, end));
    if (danger) return danger;
  }
  return null;
}

/** A name's characters; #4A stands for J. Source: ISO 32000-2, 7.3.5. */
export function nameOf(bytes: Uint8Array, from: number, end: number): string {
  let name = '';
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0;
    const escaped = byte === HASH && at + 2 < end ? hex(bytes[at + 1]) * 16 + hex(bytes[at + 2]) : Number.NaN;
    name += String.fromCharCode(Number.isNaN(escaped) ? byte : escaped);
    if (!Number.isNaN(escaped)) at += 2;
  }
  return name;
}

/** Where the run of regular characters that begins at `from` ends, or `most` when it goes on. */
export function endOfRegular(bytes: Uint8Array, from: number, most = bytes.length): number {
  const last = Math.min(most, bytes.length);
  let at = from;
  while (at < last && REGULAR[bytes[at] ?? 0]) at += 1;
  return at;
}

const REGULAR = Array.from(
  { length: 256 },
  (_, byte) => !'\0\t\n\f\r ()<>[]{}/%'.includes(String.fromCharCode(byte)),
);

function hex(byte = 0): number {
  return Number.parseInt(String.fromCharCode(byte), 16);
}
