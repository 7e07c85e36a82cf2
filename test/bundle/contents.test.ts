import {describe, expect, it} from '@jest/globals';
import type {BundledPackage} from '../../scripts/bundle/bundled-package.js';
import {packageFolders} from '../../scripts/bundle/find-npm-packages.js';
import {renderNotice} from '../../scripts/bundle/notice.js';
import {renderSbom} from '../../scripts/bundle/sbom.js';

const mit: BundledPackage = {
  name: 'left',
  version: '1.0.0',
  licence: 'MIT',
  texts: ['The MIT License\n'],
  purl: 'pkg:npm/left@1.0.0',
};
const alike: BundledPackage = {...mit, name: '@a/right', version: '2.0.0', purl: 'pkg:npm/%40a/right@2.0.0'};
const silent: BundledPackage = {
  ...mit,
  name: 'silent',
  licence: 'ISC',
  texts: [],
  purl: 'pkg:npm/silent@1.0.0',
};
const library: BundledPackage = {...mit, name: 'lib', licence: 'GPL-3.0 WITH GCC-exception-3.1'};

describe('what is inside the bundle', () => {
  it('is the packages of which something was put out, nested ones too', () => {
    const input = {imports: [], bytes: 9};
    const inputs = {
      'node_modules/zod/a.js': {bytesInOutput: 5},
      'node_modules/@a/b/index.js': {bytesInOutput: 5},
      'node_modules/@a/b/node_modules/c/d/e.js': {bytesInOutput: 5},
      'node_modules/unused/index.js': {bytesInOutput: 0},
      'server/main.ts': {bytesInOutput: 5},
    };
    const output = {bytes: 9, inputs, imports: [], exports: []};
    expect(packageFolders({inputs: {'server/main.ts': input}, outputs: {'plugin.cjs': output}})).toEqual([
      'node_modules/@a/b',
      'node_modules/@a/b/node_modules/c',
      'node_modules/zod',
    ]);
  });

  it('is listed in the notice, each licence text once under all that it belongs to', () => {
    const notice = renderNotice('3.0.0', [mit, alike]);
    expect(notice).toContain('- left 1.0.0 (MIT)\n- @a/right 2.0.0 (MIT)\n');
    expect(notice).toMatch(/=\nleft 1\.0\.0\n@a\/right 2\.0\.0\n=+\n\nThe MIT License\n$/);
    expect(notice.split('The MIT License')).toHaveLength(2);
  });

  it('is named with what it states where it brings no licence text', () => {
    expect(renderNotice('3.0.0', [silent])).toContain('it states: ISC');
  });

  it('is told by the bill of materials, a compound licence as an expression', () => {
    const bom = JSON.parse(renderSbom('3.0.0', new Date(0), [alike, library])) as {components: unknown[]};
    expect(bom).toMatchObject({bomFormat: 'CycloneDX', metadata: {timestamp: '1970-01-01T00:00:00.000Z'}});
    expect(bom.components).toMatchObject([
      {name: '@a/right', purl: 'pkg:npm/%40a/right@2.0.0', licenses: [{license: {id: 'MIT'}}]},
      {name: 'lib', licenses: [{expression: 'GPL-3.0 WITH GCC-exception-3.1'}]},
    ]);
  });
});
