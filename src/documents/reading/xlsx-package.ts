import path from 'node:path';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ImportImpossible } from '#domain/import/import-impossible.ts';

/** The files inside an XLSX file, by name, read in any order: programs write them in different ones. */
export class XlsxPackage {
  readonly #zip: ZipFile;
  readonly #entries = new Map<string, Entry>();
  readonly #mostBytes: number;
  #bytes = 0;

  private constructor(zip: ZipFile, mostBytes: number) {
    this.#zip = zip;
    this.#mostBytes = mostBytes;
    // What goes wrong is told by the read that meets it.
    zip.on('error', () => undefined);
  }

  /** `mostBytes` is how much may be inflated of it in all: a small file can hold endless zeros. */
  static async open(file: string, mostBytes = Number.POSITIVE_INFINITY): Promise<XlsxPackage> {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
    const xlsx = new XlsxPackage(zip, mostBytes);
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
    for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
      this.#bytes += chunk.length;
      if (this.#bytes > this.#mostBytes) throw new ImportImpossible(TOO_MUCH);
      yield chunk;
    }
  }
}

const TOO_MUCH =
  'The workbook is far larger inside than the file is: save the rows that matter as CSV UTF-8.';

/** What an error says of the package in which it was met. */
export function damaged(file: string, error: unknown): ImportImpossible {
  if (error instanceof ImportImpossible) return error;
  const because = error instanceof Error ? error.message : String(error);
  return new ImportImpossible(`${path.basename(file)} is damaged and cannot be read (${because}).`);
}
