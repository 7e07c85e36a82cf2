import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll} from '@jest/globals';
import {buildEchoPlugin} from '../../support/build-echo-plugin.js';
import {startTypeScriptHost} from '../../support/typescript-host.js';
import {describeRawHttp} from '../../wire/support/raw-http-cases.js';

let outDir: string;
let pluginDir: string;
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'echo-'));
  pluginDir = await buildEchoPlugin(outDir);
});
afterAll(() => rm(outDir, {recursive: true}));

describeRawHttp('the TypeScript echo plugin on the TypeScript host', () => startTypeScriptHost({pluginDir}));
