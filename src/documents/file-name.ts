import { pacificDate } from '#domain/pacific-time.ts';

/** The name of an exported report, which says whose it is and of which (Pacific) day. `slug` is letters, digits and dashes. */
export function reportFileName(slug: string, asOf: Date, extension: string): string {
  return `number-porting-report-${slug}-${pacificDate(asOf)}.${extension}`;
}
