import {beforeEach, describe, expect, it} from '@jest/globals';
import {CAPABILITIES} from '../../../server/core/domain/capabilities.js';
import {SecretText} from '../../../server/core/domain/secret-text.js';
import type {MadeStreamUrl} from '../../../server/core/usecases/make-stream-url.js';
import {createTellStreamUrl} from '../../../server/inbound/tell-stream-url.js';
import {texts} from '../../../server/messages/texts.js';
import {createFakeWorld, type FakeWorld} from '../../support/fake-world.js';
import {ana} from '../../support/people.js';
import {channelId} from '../../support/sample-card.js';

const place = {channelId, rootId: ''};
const made = {pass: {topic: 'Quarterly'}, token: new SecretText('x'), place} as MadeStreamUrl;
const reader = {translate: texts('en'), isAdmin: false};

let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});
const tell = (host: keyof typeof CAPABILITIES, changes: Partial<MadeStreamUrl> = {}): Promise<string> =>
  createTellStreamUrl({...world, capabilities: CAPABILITIES[host], renderStreamUrl: () => 'https://join…'})(
    ana.id,
    {...made, ...changes},
    reader,
  );

describe('a stream URL from the menu of a card', () => {
  it('is shown to the person alone, in the channel of the card', async () => {
    expect(await tell('plugin')).toContain('is in the channel of its card, where only you see it');
    expect(world.chat.shown).toMatchObject([{userId: ana.id, text: 'https://join…', place}]);
    expect(world.chat.directMessages).toEqual([]);
  });

  it('goes to them by direct message where they do not see that channel', async () => {
    world.chat.members.delete(`${channelId} ${ana.id}`);
    expect(await tell('plugin')).toContain('is in a direct message to you');
    expect(world.chat.directMessages).toEqual([{userId: ana.id, text: 'https://join…'}]);
  });

  it('S-30 is no answer to a command, which whoever knows its token may read', async () => {
    expect(await tell('service')).toContain('is in a direct message to you');
    expect(world.chat.shown).toEqual([]);
  });
});
