import 'server-only';
import { beginExport } from '#data/exports/begin-export.ts';
import type { Partner } from '#data/partners/read-partner.ts';
import { reportFileName } from '#documents/file-name.ts';
import { FORMATS, type FormatName } from '#documents/formats.ts';
import type { ReportFacts } from '#documents/report-document.ts';
import type { ReceiptFacts } from '#domain/exports.ts';
import { NotFound } from '#domain/not-found.ts';
import type { Viewer } from '#domain/viewer.ts';
import { fileResponse } from '#server/file-response.ts';
import { askLater } from '#server/route.ts';
import type { ExportAsked } from './export-url.ts';
import { makeFile } from './make-file.ts';
import { recorded } from './recorded.ts';
import { leavePlace, type Place, placeName, takePlace } from './running-here.ts';
import { INSTANCE_BUSY, USER_BUSY, WAIT_SECONDS } from './sentences.ts';

type From = { address: string; left: AbortSignal };

/** A file that is made while it is sent: what it is to be, its name for the day of its snapshot, and how it is begun. */
export type FileWanted = {
  format: FormatName;
  columns: readonly string[];
  /** The name that a page chose for its receipt; null when nobody follows. */
  id: string | null;
  inline: boolean;
  nameOf: (asOf: Date) => string;
  make: (
    signal: AbortSignal,
    onRows: (written: number) => void,
  ) => Promise<{ facts: ReportFacts; bytes: AsyncIterable<Uint8Array> }>;
};

/** Answers with a partner's report as a file: see sendRecorded. */
export async function sendExport(
  viewer: Viewer,
  partner: Partner,
  asked: ExportAsked,
  from: From,
): Promise<Response> {
  const { extension } = FORMATS[asked.format];
  const wanted: FileWanted = {
    ...asked,
    nameOf: (asOf) => reportFileName(partner.slug, asOf, extension),
    make: (signal, onRows) => makeFile(viewer, partner, asked, signal, onRows),
  };
  return sendRecorded(viewer, partner, wanted, from);
}

/**
 * Answers with a file of a partner's, recorded on a receipt that is begun before the first byte; or, when too many run,
 * with 429. Throws NotFound for a stranger.
 */
export async function sendRecorded(
  viewer: Viewer,
  partner: Partner,
  wanted: FileWanted,
  from: From,
): Promise<Response> {
  if (viewer.role === 'system') throw new NotFound('user');
  const place = takePlace();
  if (!place) return askLater(INSTANCE_BUSY, WAIT_SECONDS);
  try {
    return (await begin(viewer, partner, wanted, from, place)) ?? refused(place);
  } catch (error) {
    place.stop.abort(error);
    leavePlace(place);
    throw error;
  }
}

async function begin(
  viewer: Exclude<Viewer, { role: 'system' }>,
  partner: Partner,
  { format, columns, id: chosen, inline, nameOf, make }: FileWanted,
  { address, left }: From,
  place: Place,
): Promise<Response | null> {
  const { stop } = place;
  const written = { rows: 0, bytes: 0 };
  const signal = AbortSignal.any([left, stop.signal]);
  const { facts, bytes } = await make(signal, (rows) => {
    written.rows = rows;
  });
  const fileName = nameOf(facts.asOf);
  const begun = { id: chosen, address, format, columns, fileName, facts: receiptFacts(facts) };
  const id = await beginExport(viewer, partner, begun);
  if (id === null) return null;
  place.name = placeName(partner.id, id);
  const recording = { viewer, partner, id, fileName, bytes, written, stop, left };
  return fileResponse({
    name: fileName,
    contentType: FORMATS[format].contentType,
    asOf: facts.asOf,
    inline,
    bytes: inPlace(place, recorded(recording)),
    signal,
    onLeave: () => stop.abort(),
  });
}

function refused(place: Place): Response {
  place.stop.abort();
  leavePlace(place);
  return askLater(USER_BUSY, WAIT_SECONDS);
}

/** Gives the place back when the bytes have ended, however they did. */
async function* inPlace(place: Place, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } finally {
    leavePlace(place);
  }
}

function receiptFacts({ asOf, language: _, ...facts }: ReportFacts): ReceiptFacts {
  return { ...facts, asOf: asOf.toISOString() };
}
