import {gzipSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {buildJoinPage} from '../../../scripts/build-join-page.js';

const AT_MOST_BYTES = 9_000;

describe('The script of the page to join', () => {
  let script: string;
  beforeAll(async () => {
    script = await buildJoinPage();
  });

  it('has at most 9 kB gzipped, its style in it', () => {
    expect(gzipSync(script, {level: 9}).length).toBeLessThanOrEqual(AT_MOST_BYTES);
    expect(script).toContain('prefers-color-scheme');
  });

  it('sends no text through a place where it would become markup or code', () => {
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|Function\(/);
  });

  it('reads no cookie', () => {
    expect(script).not.toMatch(/cookie/i);
  });
});
