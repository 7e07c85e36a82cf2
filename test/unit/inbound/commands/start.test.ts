import {beforeEach, describe, expect, it} from '@jest/globals';
import {chatUnavailable} from '../../../../server/core/ports/port-error.js';
import type {StartOutcome} from '../../../../server/core/usecases/start-outcome.js';
import {startCommand} from '../../../../server/inbound/commands/start.js';
import {readerFor} from '../../../../server/inbound/reader.js';
import {texts} from '../../../../server/messages/texts.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {channelId} from '../../../support/sample-card.js';

let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});

const run = (outcome: StartOutcome) =>
  startCommand({
    ...world,
    startMeeting: async () => outcome,
    renderStart: ({kind}) => ({text: kind}),
  }).run({
    request: {
      userId: ana.id,
      channelId,
      rootId: '',
      text: '/zoom start',
      mayPostHere: true,
      drawsCards: false,
    },
    rest: '',
    user: Promise.resolve(ana),
    reader: Promise.resolve(readerFor(texts, ana)),
    signal: new AbortController().signal,
  });

const removed: StartOutcome = {kind: 'not-posted', joinUrl: 'https://zoom.us/j/1', why: 'forbidden'};

describe('the answer to a start', () => {
  it('goes out by direct message, too, to who can no longer see the channel', async () => {
    expect(await run(removed)).toEqual({text: 'not-posted'});
    expect(world.chat.directMessages).toEqual([{userId: ana.id, text: 'not-posted'}]);
  });

  it.each([
    ['the person’s choices', 'preferences', 'The choices of a person could not be read'],
    ['the direct message', 'sendDirectMessage', 'The link to a meeting without a card could not be sent'],
  ] as const)('comes also where %s fail, and the log says so', async (_what, method, message) => {
    world.chat.faults.set(method, () => chatUnavailable('no answer'));
    expect(await run(removed)).toEqual({text: 'not-posted'});
    expect(world.logger.lines).toEqual([
      {level: 'warn', message, fields: {error: expect.stringContaining('no answer')}},
    ]);
  });
});
