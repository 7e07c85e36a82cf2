import {afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../sandbox/mattermost/mattermost-for-service.js';
import type {LogRecord} from '../../sandbox/mattermost/records.js';
import {type ServiceProcess, startService} from '../../sandbox/service/service-process.js';
import {databasesOn, type PostgresDatabases} from '../support/postgres.js';
import type {ServiceHost} from '../support/service-host.js';
import {services} from '../support/service-stores.js';
import {shared} from '../support/shared/shared.js';
import {createTcpGate, type TcpGate} from '../support/tcp-gate.js';
import {createWorld, meetingEvent, sendWebhook} from '../support/world.js';

let postgres: PostgresDatabases;
beforeAll(async () => {
  postgres = databasesOn(await shared('postgres'));
}, 60_000);

describe('A service whose PostgreSQL is not up yet', () => {
  let gate: TcpGate;
  let mattermost: MattermostForService;
  let address: URL;
  let service: ServiceProcess | undefined;
  const log: LogRecord[] = [];
  beforeEach(async () => {
    log.length = 0;
    address = new URL(await postgres.newDatabase());
    gate = await createTcpGate(Number(address.port));
    address.port = String(gate.port);
    mattermost = await createMattermostForService();
  });
  afterEach(async () => {
    await service?.end();
    service = undefined;
    await gate.shut();
    await mattermost.close();
  });
  /** `listens` resolves to where, and `ready` when it serves. */
  const start = async (): Promise<{listens: Promise<string>; ready: Promise<void>}> => {
    const script = await shared('service');
    const bot = mattermost.addBot({username: 'zoom', roles: 'system_user system_admin'});
    let heard = (_url: string): void => undefined;
    const listens = new Promise<string>((resolve) => (heard = resolve));
    const starting = startService({
      script,
      settings: {
        MattermostURL: mattermost.siteUrl,
        MattermostToken: bot.token,
        ServiceURL: 'http://127.0.0.1:9',
        Listen: '127.0.0.1:0',
        Store: address.href,
      },
      log(entry) {
        log.push(entry);
        if (entry.message === 'The service listens')
          heard(`http://127.0.0.1:${String(entry.fields['port'])}`);
      },
    });
    return {listens, ready: starting.then((started) => void (service = started))};
  };
  const statusOf = async (url: string): Promise<number> => (await fetch(url, {method: 'GET'})).status;

  it('R-05 lives, says once what it waits for, asks everybody to come again, and serves when it is up', async () => {
    const {listens, ready} = await start();
    const url = await listens;
    expect(await statusOf(`${url}/healthz`)).toBe(200);
    expect(await statusOf(`${url}/readyz`)).toBe(503);
    expect(await statusOf(`${url}/plugins/zoom/webhook`)).toBe(503);
    await gate.open();
    await ready;
    // What was found out about the store is believed for ten seconds.
    while ((await statusOf(`${url}/readyz`)) !== 200);
    const waiting = log.filter(({message}) => message.startsWith('The service cannot start yet'));
    expect(waiting.map(({fields}) => fields['error'])).toEqual([
      `PortError: PostgreSQL at 127.0.0.1:${gate.port} cannot be used: nothing answers there.`,
    ]);
  }, 60_000);

  it('ends when it is up and refuses the password, and says so', async () => {
    address.password = 'wrong';
    const {listens, ready} = await start();
    await listens;
    await gate.open();
    await expect(ready).rejects.toThrow('it refused the user name or the password.');
  }, 60_000);
});

describe('A service whose connections to PostgreSQL are cut under load', () => {
  it('R-05 answers each event or asks for it again, works on, and says in one line what happened', async () => {
    const opened: {host?: ServiceHost} = {};
    const world = await createWorld({
      pluginDir: '',
      subscribe: false,
      start: async (options) => (opened.host = await services.PostgreSQL(options)),
    });
    try {
      await world.type('/zoom start');
      const [meeting] = world.zoom.meetings;
      if (meeting === undefined) throw new Error('Nothing was started');
      const body = meetingEvent('meeting.started', meeting);
      const statuses: number[] = [];
      let isOver = false;
      const load = Array.from({length: 16}, async () => {
        while (!isOver) statuses.push((await sendWebhook(world, body)).status);
      });
      for (let time = 0; time < 5; time += 1) {
        const before = statuses.length;
        while (statuses.length < before + 32) await sendWebhook(world, body);
        await postgres.cutConnections(opened.host?.storeAddress ?? '');
      }
      isOver = true;
      await Promise.all(load);
      expect([...new Set(statuses)].filter((status) => status !== 204 && status !== 503)).toEqual([]);
      expect((await sendWebhook(world, body)).status).toBe(204);
      const messages = (await world.host.logs()).map(({message}) => message);
      expect(messages.filter((message) => message.includes('caught by nobody'))).toEqual([]);
      expect(messages.filter((message) => message === 'Connections to PostgreSQL were lost')).toHaveLength(1);
    } finally {
      await world.close();
    }
  }, 60_000);
});
