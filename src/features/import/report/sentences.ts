/** Largest report that is taken, in bytes; larger ones are for the command line. */
export const LARGEST_FILE = 20_000_000;
/** How much a workbook may hold once it is inflated. */
export const MOST_INFLATED = 400_000_000;

export function tooLarge(name: string): string {
  return `${name || 'The file'} is larger than 20 MB: import it on the command line, which has no such limit.`;
}
