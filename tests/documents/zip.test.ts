import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { zipArchive } from '#documents/zip/zip-archive.ts';
import { centralDirectory, dataDescriptor } from '#documents/zip/zip-records.ts';

async function archived(files: Record<string, Uint8Array[]>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const entries = Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
  for await (const chunk of zipArchive(entries, 1)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('an archive', () => {
  it('gives back any files to a reader that checks their sums', async () => {
    const bytes = fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-zé]{1,8}\/[a-z]{1,8}\.xml$/), bytes),
        async (files) => {
          const zip = await JSZip.loadAsync(await archived(files), { checkCRC32: true });
          for (const [name, parts] of Object.entries(files)) {
            expect(await zip.file(name)?.async('nodebuffer')).toEqual(Buffer.concat(parts));
          }
          expect(Object.values(zip.files).filter((file) => !file.dir)).toHaveLength(
            Object.keys(files).length,
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is the same bytes for the same files', async () => {
    const files = { 'a.xml': [Buffer.from('one')], 'b.xml': [] };
    expect(await archived(files)).toEqual(await archived(files));
  });

  it('has no directory when one of its files fails', async () => {
    async function* failing() {
      yield Buffer.from('a beginning');
      throw new Error('the rows ended early');
    }
    const chunks: Uint8Array[] = [];
    const read = async () => {
      for await (const chunk of zipArchive([{ name: 'a.xml', bytes: failing() }], 1)) chunks.push(chunk);
    };
    await expect(read()).rejects.toThrow('the rows ended early');
    await expect(JSZip.loadAsync(Buffer.concat(chunks))).rejects.toThrow();
  });

  it('says sizes beyond 32 bits in 64, and only those', () => {
    const small = { name: 'a', offset: 0, crc: crc32('a'), size: 1, compressedSize: 3 };
    const large = { ...small, offset: 5_000_000_000, size: 6_000_000_000 };
    expect(dataDescriptor(small)).toHaveLength(16);
    expect(dataDescriptor(large).readBigUInt64LE(16)).toBe(6_000_000_000n);

    const plain = centralDirectory([small], 100);
    expect(plain).toHaveLength(46 + 1 + 22);

    const wide = centralDirectory([large], 5_000_000_100);
    expect(wide.readUInt32LE(24)).toBe(0xffff_ffff);
    expect(wide.readUInt32LE(20)).toBe(3);
    expect(wide.readBigUInt64LE(46 + 1 + 4)).toBe(6_000_000_000n);
    expect(wide.readBigUInt64LE(46 + 1 + 12)).toBe(5_000_000_000n);
    const end = wide.length - 22;
    expect(wide.readUInt32LE(end + 16)).toBe(0xffff_ffff);
    expect(wide.readBigUInt64LE(end - 76 + 48)).toBe(5_000_000_100n);
    expect(wide.readUInt32LE(end - 20)).toBe(0x07064b50);
  });
});
