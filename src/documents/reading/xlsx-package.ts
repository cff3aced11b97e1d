import path from 'node:path';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ImportImpossible } from '#domain/import/import-impossible.ts';

/** The files inside an XLSX file, by name, read in any order: programs write them in different ones. */
export class XlsxPackage {
  readonly #zip: ZipFile;
  readonly #entries = new Map<string, Entry>();

  private constructor(zip: ZipFile) {
    this.#zip = zip;
    // What goes wrong is told by the read that meets it.
    zip.on('error', () => undefined);
  }

  static async open(file: string): Promise<XlsxPackage> {
    const xlsx = new XlsxPackage(await openPromise(file, { lazyEntries: true, autoClose: false }));
    for await (const entry of xlsx.#zip.eachEntry()) {
      xlsx.#entries.set(entry.fileName.toLowerCase(), entry);
    }
    return xlsx;
  }

  close(): void {
    this.#zip.close();
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The bytes of a file of the package, inflated as they are read. */
  async *bytes(name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw new Error(`${name} is missing`);
    yield* await this.#zip.openReadStreamPromise(entry);
  }
}

/** What an error says of the package in which it was met. */
export function damaged(file: string, error: unknown): ImportImpossible {
  if (error instanceof ImportImpossible) return error;
  const because = error instanceof Error ? error.message : String(error);
  return new ImportImpossible(`${path.basename(file)} is damaged and cannot be read (${because}).`);
}
