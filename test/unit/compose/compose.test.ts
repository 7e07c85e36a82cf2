import {beforeEach, describe, expect, it} from '@jest/globals';
import {compose} from '../../../server/compose.js';
import type {Settings} from '../../../server/core/domain/settings.js';
import type {Application} from '../../../server/core/ports/application.js';
import {createFakeHost, site} from '../../support/fake-host.js';
import {createFakeWorld, type FakeWorld} from '../../support/fake-world.js';
import {passTimeUntil} from '../../support/pass-time-until.js';
import {ana} from '../../support/people.js';
import {channelId} from '../../support/sample-card.js';

let world: FakeWorld;
let stored: Record<string, unknown>;
let locale: string;
/** What Zoom was connected with, in order. */
let connected: NonNullable<Settings['zoom']>[];
let application: Application;
beforeEach(() => {
  world = createFakeWorld();
  stored = {AccountID: 'acc-1', OAuthClientID: 'id', OAuthClientSecret: 'secret', EncryptionKey: 'key'};
  locale = 'en';
  connected = [];
  application = startProduct(world);
});

/** The product as it runs, but for its surroundings. */
const startProduct = (outside: FakeWorld): Application =>
  compose(
    createFakeHost(outside, {
      loadSettings: async () => stored,
      saveSettings: async (changes) => void (stored = {...stored, ...changes}),
      site: async () => ({...site, locale}),
    }),
    {
      connectZoom: (settings) => {
        connected.push(settings);
        return outside.zoom;
      },
    },
  );

const type = (text: string, rootId = '') =>
  application.runCommand({userId: ana.id, channelId, rootId, text, drawsCards: false, mayPostHere: false});
const cards = () => [...world.chat.posts.values()].map(({message}) => message);

const untilThereIsACard = async (): Promise<void> => {
  while (cards().length === 0) await new Promise((resolve) => setImmediate(resolve));
};

describe('the product, composed', () => {
  it('starts meetings in the Zoom that it was handed', async () => {
    await application.start();
    await type('/zoom start Weekly planning');
    expect(world.zoom.meetings).toMatchObject([{topic: 'Weekly planning'}]);
    expect(cards()).toEqual([expect.stringContaining('Ana Silva opened “Weekly planning”')]);
  });

  it('connects anew with each change of the settings, and not while they lack something', async () => {
    await application.start();
    stored = {...stored, ZoomURL: 'https://zoom.example.org', ZoomAPIURL: 'https://api.zoom.example.org/v2'};
    await application.settingsChanged();
    stored = {...stored, AccountID: ''};
    await application.settingsChanged();
    expect(connected.map(({addresses}) => addresses.webUrl)).toEqual([
      'https://zoom.us',
      'https://zoom.example.org',
    ]);
    expect((await type('/zoom start')).text).toContain('not set up');
    expect(world.zoom.meetings).toEqual([]);
  });

  it('counts the starts of a person over all changes of the settings', async () => {
    await application.start();
    for (let thread = 1; thread <= 11; thread++) {
      world.chat.threads.set(`thread${thread}`, channelId);
      await type('/zoom start', `thread${thread}`);
      await application.settingsChanged();
    }
    expect(world.zoom.meetings).toHaveLength(10);
  });

  it('finishes what was interrupted by the settings of that moment', async () => {
    world.chat.faults.set('createPost', () => new TypeError('the process dies'));
    await application.start();
    await type('/zoom start Weekly planning');
    world.chat.faults.clear();
    locale = 'de';
    await application.settingsChanged();
    await passTimeUntil(world.clock, untilThereIsACard());
    expect(cards()).toEqual([expect.stringContaining('Ana Silva hat „Weekly planning“')]);
  });
});
