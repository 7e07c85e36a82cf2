import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from '@jest/globals';
import {freePort} from '../../../sandbox/service/free-port.js';
import {type ServiceProcess, startService} from '../../../sandbox/service/service-process.js';
import {SDK_VERSION} from '../../../sandbox/zoom/sdk/sdk-actions.js';
import type {JsonReport} from '../../../server/hosts/standalone/cli/report-check.js';
import {useCli} from './cli-under-test.js';

const cli = useCli();
let service: ServiceProcess | undefined;
afterEach(() => service?.end());

async function checked(changes: object = {}): Promise<JsonReport & {status: number}> {
  const config = {...(await cli.config()), ...changes};
  await writeFile(join(cli.folder, 'zoom-mattermost.json'), JSON.stringify(config));
  const {status, said} = await cli.runHere(['check', '--json']);
  return {status, ...(JSON.parse(said) as JsonReport)};
}

describe('zoom-mattermost check, of the page to join', () => {
  it('waits until the service runs, finds it at the service’s own address, refuses it on the host of Mattermost, and says what is wrong with its address', async () => {
    const address = `localhost:${await freePort()}`;
    await cli.initYes({
      MM_ZOOM_SERVICEURL: `http://${address}`,
      MM_ZOOM_LISTEN: address,
      MM_ZOOM_METRICSLISTEN: 'off',
      MM_ZOOM_JOINPAGEURL: `http://${address}`,
      MM_ZOOM_JOINPAGECLIENTID: 'sdk-client',
      MM_ZOOM_JOINPAGECLIENTSECRET: 'sdk-secret',
      MM_ZOOM_JOINPAGESDK: `${cli.zoom.url}/sdk/${SDK_VERSION}`,
    });
    const before = await checked();
    expect([before.status, before.checks.at(-1)]).toMatchObject([
      0,
      {id: 'join_page', finding: 'joinPage.notRunning', state: 'not-yet'},
    ]);
    service = await startService({
      script: cli.script,
      settings: await cli.config(),
      env: {MM_ZOOM_METRICSLISTEN: 'off'},
      log: () => undefined,
    });
    expect((await checked()).checks.at(-1)).toMatchObject({finding: 'joinPage.opens', state: 'works'});
    const shared = await checked({JoinPageURL: 'http://127.0.0.1:9'});
    expect([shared.status, shared.checks.at(-1)]).toMatchObject([1, {finding: 'joinPage.sharesHost'}]);
    const wrong = await checked({JoinPageURL: `http://${address}/join`});
    expect(wrong.checks.find(({id}) => id === 'settings')?.text).toContain(
      '**Join page URL** must be an address without a path',
    );
  });
});
