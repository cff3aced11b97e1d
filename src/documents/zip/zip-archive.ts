import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import { type CentralEntry, centralDirectory, dataDescriptor, localHeader } from './zip-records.ts';

/** One file of an archive. Its bytes are asked for when its turn comes. */
export type ZipEntry = { name: string; bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array> };

/**
 * Writes an archive, file after file, in constant memory and at the reader's pace; deflate runs off the event loop.
 * Sizes follow the data, so nothing is held back. The central directory, without which nothing opens an archive, comes
 * only after every file has ended well; ending the iteration early ends the iteration of the file at hand.
 *
 * @param level zlib's level: 1 is three times as fast as 6 here, for files a third larger.
 */
export async function* zipArchive(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  level: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const written: CentralEntry[] = [];
  let offset = 0;
  for await (const { name, bytes } of entries) {
    const header = localHeader(name);
    const entry: CentralEntry = { name, offset, crc: 0, size: 0, compressedSize: 0 };
    yield header;
    for await (const chunk of deflated(bytes, level, entry)) {
      entry.compressedSize += chunk.length;
      yield chunk;
    }
    const descriptor = dataDescriptor(entry);
    yield descriptor;
    offset += header.length + entry.compressedSize + descriptor.length;
    written.push(entry);
  }
  yield centralDirectory(written, offset);
}

/** Compressed bytes; checksum and size of the plain ones are noted in the entry as they pass. */
async function* deflated(
  bytes: ZipEntry['bytes'],
  level: number,
  entry: CentralEntry,
): AsyncGenerator<Uint8Array, void, undefined> {
  async function* noted() {
    for await (const chunk of bytes) {
      entry.crc = crc32(chunk, entry.crc);
      entry.size += chunk.length;
      yield chunk;
    }
  }
  const deflate = createDeflateRaw({
    level,
    chunkSize: 128 * 1024,
    memLevel: 9,
    strategy: constants.Z_DEFAULT_STRATEGY,
  });
  const fed = pipeline(Readable.from(noted(), { objectMode: true, highWaterMark: 1 }), deflate);
  // The pipeline's failure reaches the reader through the stream it destroys; awaited below for what comes at the end.
  fed.catch(() => undefined);
  for await (const chunk of deflate) yield chunk as Uint8Array;
  await fed;
}
