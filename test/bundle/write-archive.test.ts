import {chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {extract, type Header} from 'tar-stream';
import {writeArchive} from '../../scripts/bundle/write-archive.js';

const date = new Date('2026-11-01T12:00:00Z');
const files: readonly (readonly [string, number])[] = [
  ['server/dist/linux-amd64/plugin', 0o755],
  ['plugin.json', 0o644],
  ['assets/icon.svg', 0o644],
];

/** Writes the same files, in the given order, with modes and times that differ in what must not matter. */
const fill = async (folder: string, order: typeof files, othersMay: number, touched: Date) => {
  for (const [name, mode] of order) {
    const path = join(folder, name);
    await mkdir(join(path, '..'), {recursive: true});
    await writeFile(path, `content of ${name}`);
    await chmod(path, mode & (0o700 | othersMay));
    await utimes(path, touched, touched);
  }
};

const headersOf = async (archive: Buffer): Promise<Header[]> => {
  const headers: Header[] = [];
  const entries = extract();
  entries.end(gunzipSync(archive));
  for await (const entry of entries) {
    headers.push(entry.header);
    entry.resume();
  }
  return headers;
};

describe('writeArchive', () => {
  let work: string;

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'write-archive-'));
    await fill(join(work, 'a'), files, 0o077, new Date('2020-01-01'));
    await fill(join(work, 'b'), [...files].reverse(), 0, new Date('2024-06-01'));
    await writeArchive(join(work, 'a'), 'zoom', join(work, 'a.tar.gz'), date);
    await writeArchive(join(work, 'b'), 'zoom', join(work, 'b.tar.gz'), date);
  });

  afterAll(async () => {
    await rm(work, {recursive: true, force: true});
  });

  it('gives the same bytes whatever the times, the order of creation and the rights of others', async () => {
    const [a, b] = await Promise.all(['a', 'b'].map((name) => readFile(join(work, `${name}.tar.gz`))));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
  });

  it('puts each folder before what is in it and keeps the right to execute', async () => {
    const headers = await headersOf(await readFile(join(work, 'a.tar.gz')));
    expect(headers.map(({name, mode}) => `${name} ${(mode ?? 0).toString(8)}`)).toEqual([
      'zoom/ 755',
      'zoom/assets/ 755',
      'zoom/assets/icon.svg 644',
      'zoom/plugin.json 644',
      'zoom/server/ 755',
      'zoom/server/dist/ 755',
      'zoom/server/dist/linux-amd64/ 755',
      'zoom/server/dist/linux-amd64/plugin 755',
    ]);
  });

  it('states one time and no owner', async () => {
    const headers = await headersOf(await readFile(join(work, 'a.tar.gz')));
    expect(new Set(headers.map(({mtime}) => mtime?.toISOString()))).toEqual(new Set([date.toISOString()]));
    expect(new Set(headers.map(({uid, gid, uname}) => `${uid} ${gid} ${uname}`))).toEqual(new Set(['0 0 ']));
  });
});
