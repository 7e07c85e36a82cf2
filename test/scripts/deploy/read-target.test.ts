import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from '@jest/globals';
import {DeployError} from '../../../scripts/deploy/deploy-error.js';
import {readTarget, type TargetSource} from '../../../scripts/deploy/read-target.js';

const folder = mkdtempSync(join(tmpdir(), 'read-target-'));
const tokenFile = join(folder, 'token');
writeFileSync(tokenFile, 'from-the-file\n');
writeFileSync(join(folder, 'empty'), '\n');

const problemOf = (source: TargetSource) => {
  try {
    return readTarget(source);
  } catch (error) {
    return error instanceof DeployError ? error.problem : error;
  }
};

describe('the server to deploy to', () => {
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it('is named on the command line, its token in a file', () => {
    expect(readTarget({url: 'https://chat.example.com/', tokenFile, env: {}})).toEqual({
      url: 'https://chat.example.com',
      token: 'from-the-file',
    });
  });

  it('is named in the environment, as for Mattermost’s own tools', () => {
    const env = {MM_SERVICESETTINGS_SITEURL: 'http://localhost:8065/chat', MM_ADMIN_TOKEN: 'from-env'};
    expect(readTarget({env})).toEqual({url: 'http://localhost:8065/chat', token: 'from-env'});
  });

  it('is rather the one on the command line where both are given', () => {
    const env = {MM_SERVICESETTINGS_SITEURL: 'http://localhost:8065', MM_ADMIN_TOKEN: 'from-env'};
    expect(readTarget({url: 'https://a.example', tokenFile, env})).toEqual({
      url: 'https://a.example',
      token: 'from-the-file',
    });
  });

  it.each([
    [{env: {}}, {kind: 'no-address'}],
    [{url: 'https://a.example', env: {}}, {kind: 'no-token'}],
    [
      {url: 'chat.example.com', tokenFile, env: {}},
      {kind: 'bad-address', address: 'chat.example.com'},
    ],
    [
      {url: 'https://', tokenFile, env: {}},
      {kind: 'bad-address', address: 'https://'},
    ],
    [
      {url: 'https://a.example', tokenFile: join(folder, 'none'), env: {}},
      {kind: 'token-file-unreadable', file: join(folder, 'none')},
    ],
    [
      {url: 'https://a.example', tokenFile: join(folder, 'empty'), env: {}},
      {kind: 'token-file-unreadable', file: join(folder, 'empty')},
    ],
  ])('is asked for where %j does not name it', (source, problem) => {
    expect(problemOf(source)).toEqual(problem);
  });
});
