/** What the central directory says of one file: where it starts, its checksum and its sizes in bytes. */
export type CentralEntry = {
  name: string;
  offset: number;
  crc: number;
  size: number;
  compressedSize: number;
};

const MAX_32 = 0xffff_ffff;
const MAX_16 = 0xffff;
/** Bit 3: sizes follow the data. Bit 11: names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1 January 1980, the zero of this format: the same report gives the same bytes. */
const DOS_DATE = 0x0021;
const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;

/** The record before a file whose sizes are not known yet. */
export function localHeader(name: string): Buffer {
  const path = Buffer.from(name, 'utf8');
  const record = Buffer.alloc(30);
  record.writeUInt32LE(0x04034b50, 0);
  record.writeUInt16LE(PLAIN_VERSION, 4);
  record.writeUInt16LE(FLAGS, 6);
  record.writeUInt16LE(DEFLATED, 8);
  record.writeUInt16LE(DOS_DATE, 12);
  record.writeUInt16LE(path.length, 26);
  return Buffer.concat([record, path]);
}

/** The record after a file; with sizes of 64 bits where 32 do not hold them. */
export function dataDescriptor(entry: CentralEntry): Buffer {
  const wide = isWide(entry);
  const record = Buffer.alloc(wide ? 24 : 16);
  record.writeUInt32LE(0x08074b50, 0);
  record.writeUInt32LE(entry.crc, 4);
  if (wide) {
    record.writeBigUInt64LE(BigInt(entry.compressedSize), 8);
    record.writeBigUInt64LE(BigInt(entry.size), 16);
  } else {
    record.writeUInt32LE(entry.compressedSize, 8);
    record.writeUInt32LE(entry.size, 12);
  }
  return record;
}

/** The directory of all files and the end of the archive, with their Zip64 forms where they are needed and only there. */
export function centralDirectory(entries: readonly CentralEntry[], offset: number): Buffer {
  const directory = Buffer.concat(entries.map(centralRecord));
  const needsZip64 = entries.length > MAX_16 || offset > MAX_32 || directory.length > MAX_32;
  return Buffer.concat([
    directory,
    ...(needsZip64 ? [zip64End(entries.length, directory.length, offset)] : []),
    endRecord(entries.length, directory.length, offset),
  ]);
}

function centralRecord(entry: CentralEntry): Buffer {
  const path = Buffer.from(entry.name, 'utf8');
  const extra = zip64Extra(entry);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(ZIP64_VERSION, 4);
  record.writeUInt16LE(extra.length > 0 ? ZIP64_VERSION : PLAIN_VERSION, 6);
  record.writeUInt16LE(FLAGS, 8);
  record.writeUInt16LE(DEFLATED, 10);
  record.writeUInt16LE(DOS_DATE, 14);
  record.writeUInt32LE(entry.crc, 16);
  record.writeUInt32LE(Math.min(entry.compressedSize, MAX_32), 20);
  record.writeUInt32LE(Math.min(entry.size, MAX_32), 24);
  record.writeUInt16LE(path.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(Math.min(entry.offset, MAX_32), 42);
  return Buffer.concat([record, path, extra]);
}

/** The values that 32 bits do not hold (all ones there), in the order the format fixes. */
function zip64Extra(entry: CentralEntry): Buffer {
  const values = [entry.size, entry.compressedSize, entry.offset].filter((value) => value >= MAX_32);
  if (values.length === 0) return Buffer.alloc(0);
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, i) => {
    extra.writeBigUInt64LE(BigInt(value), 4 + i * 8);
  });
  return extra;
}

function zip64End(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(56 + 20);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(ZIP64_VERSION, 12);
  record.writeUInt16LE(ZIP64_VERSION, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(offset + size), 64);
  record.writeUInt32LE(1, 72);
  return record;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(Math.min(count, MAX_16), 8);
  record.writeUInt16LE(Math.min(count, MAX_16), 10);
  record.writeUInt32LE(Math.min(size, MAX_32), 12);
  record.writeUInt32LE(Math.min(offset, MAX_32), 16);
  return record;
}

function isWide(entry: CentralEntry): boolean {
  return entry.size >= MAX_32 || entry.compressedSize >= MAX_32;
}
