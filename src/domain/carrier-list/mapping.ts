import {
  CARRIER_FIELD_FACTS,
  CARRIER_FIELDS,
  type CarrierField,
  NAMING_FIELDS,
  NEWS_FIELDS,
} from './fields.ts';

/** Which column of a file, by its header, is read as which field. */
export type CarrierMapping = Partial<Record<CarrierField, string>>;

/** A mapping that was kept by name, and the headers of the file that it was made for. */
export type KeptColumns = { headers: readonly string[]; mapping: CarrierMapping };

/** The column that a file of refused rows adds. It is known again, and ignored, when the mended file comes back. */
export const REFUSED_LABEL = 'Why the desk refused this row';

/** The longest name of a mapping. */
export const LONGEST_NAME = 60;

/** What a file's headers are read as, where they say it. Each field takes the first header that names it best. */
export function guessMapping(headers: readonly string[]): CarrierMapping {
  const mapping: CarrierMapping = {};
  const taken = new Set<string>();
  for (const field of CARRIER_FIELDS) {
    const { label, headers: names } = CARRIER_FIELD_FACTS[field];
    const known = [label, ...names].map(bare);
    const named = headers.filter((header) => !taken.has(header) && known.includes(bare(header)));
    const best = named.toSorted((a, b) => known.indexOf(bare(a)) - known.indexOf(bare(b)))[0];
    if (best === undefined) continue;
    mapping[field] = best;
    taken.add(best);
  }
  return mapping;
}

/** How many of a record's cells name a field: a header has most of them. */
export function knownHeaders(cells: readonly string[]): number {
  return cells.filter((cell) => KNOWN.has(bare(cell))).length;
}

/** Why a mapping cannot be used for a file, in one sentence; null when it can. */
export function mappingProblem(mapping: CarrierMapping, headers: readonly string[]): string | null {
  const used = Object.values(mapping);
  const missing = used.find((header) => !headers.includes(header));
  if (missing !== undefined) return `The file has no column “${missing}”.`;
  const twice = used.find((header, i) => used.indexOf(header) !== i);
  if (twice !== undefined) return `“${twice}” can be read as one thing only.`;
  if (!NAMING_FIELDS.some((field) => mapping[field] !== undefined)) {
    return 'Say which column names the order: a phone number, an order or a request ID.';
  }
  if (!NEWS_FIELDS.some((field) => field !== 'note' && mapping[field] !== undefined)) {
    return 'Say which column has something new: a status, a date or a reject reason.';
  }
  return null;
}

/** Whether a kept mapping is for files with these headers, in whatever order. */
export function hasSameHeaders(kept: KeptColumns, headers: readonly string[]): boolean {
  return keyOf(kept.headers) === keyOf(headers);
}

/** A kept mapping in the words of a file with the same headers, which may spell them otherwise. */
export function inWordsOf(kept: KeptColumns, headers: readonly string[]): CarrierMapping {
  const spelled = new Map(headers.map((header) => [bare(header), header]));
  const mapping: CarrierMapping = {};
  for (const field of CARRIER_FIELDS) {
    const header = kept.mapping[field];
    const here = header === undefined ? undefined : spelled.get(bare(header));
    if (here !== undefined) mapping[field] = here;
  }
  return mapping;
}

/** Names for the columns of a header, no two alike: `Column 3` for a blank one, `Date (2)` for the second of a name. */
export function headerLabels(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const label = cell.trim().replace(/\s+/g, ' ').slice(0, 120) || `Column ${i + 1}`;
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return times === 1 ? label : `${label} (${times})`;
  });
}

const KNOWN = new Set(
  CARRIER_FIELDS.flatMap((field) => [
    CARRIER_FIELD_FACTS[field].label,
    ...CARRIER_FIELD_FACTS[field].headers,
  ]).map(bare),
);

function keyOf(headers: readonly string[]): string {
  const bares = headers.filter((header) => header !== REFUSED_LABEL).map(bare);
  return JSON.stringify(bares.toSorted());
}

function bare(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
