import { constants } from 'node:fs';
import { access, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileHash } from '#documents/reading/file-hash.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';

/**
 * Where rejected rows are written: to a file that is named (it is made anew even when nothing was rejected, so that it
 * always tells of this import), beside the imported file under a free name and only when there are any, or nowhere.
 */
export type RejectsWanted = { at: string } | 'beside' | 'nowhere';

export type RejectsPlace = {
  /** The file to write; it has another name until it is kept. Null when there is none to write. */
  file: string | null;
  /** Gives the written file its name. Returns it, or null when there is no such file. */
  keep: (rejected: number) => Promise<string | null>;
  /** Removes what was not kept. */
  discard: () => Promise<void>;
};

/** Finds a place for the rejects of an import of `file`. Throws ImportImpossible when the named file cannot be written. */
export async function placeRejects(file: string, wanted: RejectsWanted): Promise<RejectsPlace> {
  if (wanted === 'nowhere') return NOWHERE;
  const target = wanted === 'beside' ? besideName(file, 1) : wanted.at;
  const folder = path.dirname(target);
  if (!(await isWritable(folder))) {
    if (wanted === 'beside') return NOWHERE;
    throw new ImportImpossible(
      `The rejects cannot be written to ${target}: ${folder} is no folder to write in.`,
    );
  }
  if (wanted !== 'beside') await refuseTarget(file, target);
  const part = path.join(folder, `.${path.basename(target)}.${process.pid}.part`);
  return {
    file: part,
    keep: async (rejected) => {
      if (wanted === 'beside' && rejected === 0) return null;
      const kept = wanted === 'beside' ? await freeName(file, part) : target;
      await rename(part, kept);
      return kept;
    },
    discard: () => rm(part, { force: true }),
  };
}

const NOWHERE: RejectsPlace = {
  file: null,
  keep: async () => null,
  discard: async () => undefined,
};

/** `report.rejects.csv`, then `report.rejects-2.csv`; rejects of a rejects file are numbered on. */
function besideName(file: string, n: number): string {
  const { dir, name } = path.parse(file);
  const base = name.replace(/\.rejects(-\d+)?$/, '');
  return path.join(dir, `${base}.rejects${n === 1 ? '' : `-${n}`}.csv`);
}

/** Nothing is overwritten that somebody may be mending; a file with the very same rows serves again. */
async function freeName(file: string, part: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = besideName(file, n);
    if (!(await exists(name)) || (await isSame(name, part))) return name;
  }
}

async function refuseTarget(file: string, target: string): Promise<void> {
  if (!(await exists(target))) return;
  if ((await stat(target)).isDirectory()) {
    throw new ImportImpossible(`The rejects cannot be written to ${target}: it is a folder.`);
  }
  if ((await realpath(target)) === (await realpath(file).catch(() => null))) {
    throw new ImportImpossible('The rejects cannot be written over the file that is imported: name another.');
  }
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    async () => (await stat(folder)).isDirectory(),
    () => false,
  );
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function isSame(a: string, b: string): Promise<boolean> {
  if ((await stat(a)).size !== (await stat(b)).size) return false;
  return (await fileHash(a)) === (await fileHash(b));
}
