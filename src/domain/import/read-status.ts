import {
  DETAILED_FACTS,
  type DetailedStatus,
  parseDetailedStatus,
  parseStatus,
  STATUS_FACTS,
  STATUSES,
  statusOf,
} from '../status.ts';

export type StatusProblem = { field: 'status' | 'detailedStatus'; because: string };

/**
 * The detailed status that a row's two status cells say. The detailed one decides, and the status must be the one that it
 * stands for, or blank. Only Confirmed may stand with a blank detailed status or with Firm order confirmation: it is then
 * Confirmed. Source: "Status" and "Detailed Status".
 */
export function readDetailedStatus(
  statusText: string,
  detailedText: string,
): { detailedStatus: DetailedStatus } | { problems: readonly StatusProblem[] } {
  const status = parseStatus(statusText);
  const detailed = parseDetailedStatus(detailedText);
  const problems: StatusProblem[] = [];
  if (statusText !== '' && status === null) problems.push({ field: 'status', because: NO_STATUS });
  if (detailedText !== '' && detailed === null) {
    problems.push({ field: 'detailedStatus', because: 'is not a detailed status of the report' });
  }
  if (problems.length > 0) return { problems };
  if (detailed === null) {
    if (status === 'confirmed') return { detailedStatus: 'confirmed' };
    return { problems: [{ field: 'detailedStatus', because: 'is needed unless the status is Confirmed' }] };
  }
  if (status === null || status === statusOf(detailed)) return { detailedStatus: detailed };
  if (status === 'confirmed' && detailed === 'firm-order-confirmation')
    return { detailedStatus: 'confirmed' };
  const because = `does not belong to the status ${STATUS_FACTS[status].label}: it stands for ${
    STATUS_FACTS[DETAILED_FACTS[detailed].status].label
  }`;
  return { problems: [{ field: 'detailedStatus', because }] };
}

const NO_STATUS = `is not one of ${STATUSES.map((status) => STATUS_FACTS[status].label).join(', ')}`;
