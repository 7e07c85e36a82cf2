import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Application, CommandReply} from '../../../server/core/ports/application.js';
import type {Host} from '../../../server/core/ports/host.js';
import {secretsInForce} from '../../../server/inbound/webhooks/secrets-in-force.js';
import {createCompleteSettings} from '../../../server/core/usecases/complete-settings.js';
import {createKeepEncryptionKey} from '../../../server/core/usecases/keep-encryption-key.js';
import {createWebhookSecrets} from '../../../server/outbound/store/webhook-secrets.js';
import {clientView} from '../../../server/inbound/http/client-view.js';
import {createApplication} from '../../../server/inbound/application.js';
import type {Features, Situation} from '../../../server/inbound/features.js';
import {createWorkInProgress} from '../../../server/lib/work-in-progress.js';
import {texts} from '../../../server/messages/texts.js';
import {createFakeHost} from '../../support/fake-host.js';
import {createFakeWorld, type FakeWorld} from '../../support/fake-world.js';
import {ana} from '../../support/people.js';
import {channelId} from '../../support/sample-card.js';

let world: FakeWorld;
let stored: Record<string, unknown>;
let assembled: Situation[];
let announced: number;
let loads: number;
/** What a command waits for, if for anything. */
let hold: Promise<void>;
let recovered: string[];
/** Of whose deactivation the features were told. */
let gone: string[];
/** Reads what lies in the store. */
let readMetrics: Application['readMetrics'];
/** Secrets with which facts of an older version were marked. */
let marked: string[];
/** The features of the newest settings, as what runs by itself finds them. */
let newest: () => Features;
beforeEach(() => {
  world = createFakeWorld();
  stored = {WebhookSecret: 'w', EncryptionKey: 'e', AccountID: 'acc-1'};
  assembled = [];
  loads = 0;
  announced = 0;
  hold = Promise.resolve();
  recovered = [];
  marked = [];
  gone = [];
  readMetrics = async () => world.metrics.read();
});

const request = {userId: ana.id, channelId, rootId: '', text: '/zoom', mayPostHere: false, drawsCards: false};
const definition = {trigger: 'zoom', hint: '', description: '', subcommands: []};

function create(changes: Partial<Host> = {}) {
  const host = createFakeHost(world, {
    loadSettings: () => {
      loads += 1;
      return Promise.resolve({...stored});
    },
    saveSettings: async (saved) => void (stored = {...stored, ...saved}),
    announceChange: async () => void (announced += 1),
    ...changes,
  });
  return createApplication({
    host,
    completeSettings: createCompleteSettings({
      ...host,
      webhookSecrets: createWebhookSecrets(world),
      activity: {markUnmarked: (secrets) => void marked.push(secrets)},
      secretsInForce,
      keepEncryptionKey: createKeepEncryptionKey({...host, newSecret: () => 'made'}),
    }),
    texts,
    work: createWorkInProgress(world.clock),
    readMetrics,
    schedules: [
      {
        begin(given) {
          newest = given;
          recovered.push('begin');
        },
        end: () => void recovered.push('end'),
      },
    ],
    assemble: (situation) => {
      assembled.push(situation);
      return {
        command: {...definition, hint: `for ${situation.settings.accountId ?? 'nobody'}`},
        runCommand: async (): Promise<CommandReply> => {
          await hold;
          return {text: situation.settings.accountId ?? 'none'};
        },
        postWritten: () => undefined,
        userDeactivated: async (userId) => {
          await hold;
          gone.push(userId);
        },
        tokenUnknown: {text: 'unknown'},
        serveHttp: (_request, response) => void response.end(),
        supportData: async () => {
          await hold;
          return [{name: 'zoom/diagnostics.yaml', text: ''}];
        },
        checkSetup: async () => [],
        takeUpCards: async () => [],
        takeOver: async () => 'idle',
        recoverIntents: async () => Number(situation.settings.accountId?.replace('acc-', '')),
        jobKinds: [],
        clientView: clientView(situation.settings, undefined),
      };
    },
  });
}

describe('the application', () => {
  it('reads the settings, registers its command and then looks for what was left', async () => {
    const registered: unknown[] = [];
    const application = create({
      registerCommand: async (command) => void registered.push(command, [...recovered]),
    });
    await application.start();
    expect(registered).toEqual([{...definition, hint: 'for acc-1'}, []]);
    expect(recovered).toEqual(['begin']);
  });

  it('answers with a sentence before it has started and while it stops', async () => {
    const application = create();
    const stopping = {text: texts('en')('command.stopping')};
    expect([await application.runCommand(request), application.tokenUnknown()]).toEqual([stopping, stopping]);
    await application.start();
    expect(application.tokenUnknown()).toEqual({text: 'unknown'});
    await application.stop(1);
    expect([await application.runCommand(request), application.tokenUnknown()]).toEqual([stopping, stopping]);
  });

  it('marks facts of an older version with the secrets that it begins with', async () => {
    await create().start();
    expect(marked).toEqual([
      secretsInForce(assembled[0]?.settings ?? {webhookSecret: undefined, zoomWebhookSecret: undefined}),
    ]);
  });

  it('C-01 starts with nothing configured', async () => {
    stored = {};
    const application = create();
    await application.start();
    expect(await application.runCommand(request)).toEqual({text: 'none'});
    expect(Object.keys(stored)).toEqual(['EncryptionKey']);
  });

  it('C-08 ends a request on the settings that it began with', async () => {
    const application = create();
    await application.start();
    let release = (): void => undefined;
    hold = new Promise((resolve) => (release = resolve));
    const running = application.runCommand(request);
    stored = {...stored, AccountID: 'acc-2'};
    await application.settingsChanged();
    release();
    expect(await running).toEqual({text: 'acc-1'});
    expect(await application.runCommand(request)).toEqual({text: 'acc-2'});
  });
});

describe('a change of the settings', () => {
  it('reaches what runs by itself', async () => {
    const application = create();
    await application.start();
    expect(await newest().recoverIntents()).toBe(1);
    stored = {...stored, AccountID: 'acc-2'};
    await application.settingsChanged();
    expect(await newest().recoverIntents()).toBe(2);
  });

  it('that comes while another is read is read afterwards', async () => {
    const application = create();
    await application.start();
    const first = application.settingsChanged();
    stored = {...stored, AccountID: 'acc-3'};
    await application.settingsChanged();
    await first;
    expect(assembled.at(-1)?.settings.accountId).toBe('acc-3');
  });

  it('of our own making does not wait for itself: the server waits until we have heard of it', async () => {
    const application = create({
      saveSettings: async (saved) => {
        stored = {...stored, ...saved};
        await application.settingsChanged();
      },
    });
    await application.start();
    stored = {...stored, EncryptionKey: ''};
    await application.settingsChanged();
    expect(assembled.at(-1)?.settings.encryptionKey?.reveal()).toBe('e');
    expect(loads).toBe(3);
  });

  it('that cannot be read leaves the former ones in force, and is logged', async () => {
    let fails = false;
    const application = create({
      loadSettings: () => (fails ? Promise.reject(new Error('no answer')) : Promise.resolve({...stored})),
    });
    await application.start();
    fails = true;
    await application.settingsChanged();
    expect(await application.runCommand(request)).toEqual({text: 'acc-1'});
    expect(world.logger.lines).toMatchObject([{level: 'error'}]);
    fails = false;
    stored = {...stored, AccountID: 'acc-2'};
    await application.settingsChanged();
    expect(await application.runCommand(request)).toEqual({text: 'acc-2'});
  });
});

describe('a deactivated account', () => {
  it('is told to the features, for which a stop waits', async () => {
    const application = create();
    await application.start();
    let release = (): void => undefined;
    hold = new Promise((resolve) => (release = resolve));
    const told = application.userDeactivated(ana.id);
    const stopped = application.stop(8_000).then(() => [...gone]);
    // A stop that did not wait would be over by then.
    await new Promise(setImmediate);
    release();
    await told;
    expect(await stopped).toEqual([ana.id]);
  });

  it('is nobody’s business before the start and after the stop', async () => {
    const application = create();
    await application.userDeactivated(ana.id);
    await application.start();
    await application.stop(1);
    await application.userDeactivated(ana.id);
    expect(gone).toEqual([]);
  });
});

describe('the metrics', () => {
  it('are those that nobody has to look for where that goes wrong, which the log tells', async () => {
    readMetrics = async () => Promise.reject(new Error('a mistake of ours'));
    expect(await create().readMetrics()).toEqual(world.metrics.read());
    expect(world.logger.lines).toMatchObject([
      {level: 'error', message: 'Not all metrics could be read', fields: {error: 'Error: a mistake of ours'}},
    ]);
  });
});

describe('the support data', () => {
  it('is that of the newest settings, and nothing before the start', async () => {
    const application = create();
    expect(await application.supportData()).toEqual([]);
    await application.start();
    expect(await application.supportData()).toEqual([{name: 'zoom/diagnostics.yaml', text: ''}]);
  });

  it('is nothing when it cannot be gathered', async () => {
    const application = create();
    await application.start();
    hold = Promise.reject(new Error('no answer'));
    expect(await application.supportData()).toEqual([]);
    expect(world.logger.lines).toMatchObject([{level: 'error'}]);
  });
});

describe('the stop', () => {
  it('waits for what runs', async () => {
    const application = create();
    await application.start();
    let release = (): void => undefined;
    hold = new Promise((resolve) => (release = resolve));
    const log: string[] = [];
    const running = application.runCommand(request).then(() => log.push('answered'));
    const stopped = application.stop(8_000).then(() => log.push('stopped'));
    release();
    await Promise.all([running, stopped]);
    expect(log).toEqual(['answered', 'stopped']);
    expect(recovered).toEqual(['begin', 'end']);
  });

  it('R-06 waits no longer than it may', async () => {
    const application = create();
    await application.start();
    hold = new Promise(() => undefined);
    void application.runCommand(request);
    const stopped = application.stop(8_000);
    world.clock.advance(8_000);
    await expect(stopped).resolves.toBeUndefined();
  });
});
