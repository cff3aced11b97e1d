import type { SnapshotFacts } from '#data/report/query/snapshot-facts.ts';
import type { ReportFacts } from '#documents/report-document.ts';
import { column } from '#domain/columns.ts';
import { confidentiality } from '#domain/confidential.ts';
import { NotFound } from '#domain/not-found.ts';
import type { ReportRequest } from '#domain/report-request.ts';
import type { Viewer } from '#domain/viewer.ts';
import { TITLE } from '../headings.ts';
import { parameterWords } from '../words.ts';

/** What a file says of itself. Throws NotFound for a viewer who is nobody in particular. */
export function exportFacts(
  viewer: Viewer,
  partner: { name: string },
  request: ReportRequest,
  snapshot: SnapshotFacts,
): ReportFacts {
  if (viewer.role === 'system') throw new NotFound('user');
  return {
    title: TITLE,
    confidentiality: confidentiality(partner.name),
    partner: partner.name,
    madeBy: { name: viewer.name, email: viewer.email },
    parameters: exportParameters(request),
    language: 'en',
    ...snapshot,
  };
}

/** The parameters of an export in words, one phrase each: what narrows it, and what sorts it other than the default. */
export function exportParameters(request: ReportRequest): string[] {
  const { sort } = request;
  const sorted =
    sort && `Sorted by ${column(sort.key).label}${sort.direction === 'desc' ? ', descending' : ''}`;
  return [...parameterWords(request), ...(sorted ? [sorted] : [])];
}
