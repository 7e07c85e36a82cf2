import {beforeEach, describe, expect, it} from '@jest/globals';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import {INTENT_WINDOW} from '../../../../server/core/ports/intents.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId, createSampleCard, OPENED_AT} from '../../../support/sample-card.js';
import {intentOf} from '../../../support/sample-intent.js';

const {meeting} = createSampleCard();
const intent = intentOf('intent-1');
const {number, uuid} = meeting;
const started: MeetingEvent = {kind: 'started', number, uuid, startedAt: OPENED_AT, receivedAt: OPENED_AT};

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
});

describe('an event of a meeting without a card', () => {
  it('is of an unknown meeting when nobody is starting it', async () => {
    await startPluginProcess(world).intents.open(intent);
    expect(await plugin.record(started)).toEqual({kind: 'unknown-meeting'});
  });

  it('is to come again when another node is starting it', async () => {
    await plugin.intents.all();
    const other = startPluginProcess(world);
    await other.intents.open(intent);
    await other.intents.attachMeeting(intent, meeting);
    expect(await plugin.record(started)).toEqual({kind: 'not-shown'});
    expect(world.chat.posts.size).toBe(0);
  });

  it('is folded in once the start is finished, whose node has had its time', async () => {
    await plugin.intents.all();
    await startPluginProcess(world).intents.open({...intent, meeting});
    world.clock.advance(INTENT_WINDOW);
    expect(await plugin.record(started)).toEqual({kind: 'recorded'});
    const [post] = world.chat.posts.values();
    expect(post?.props['meeting_status']).toBe('STARTED');
  });

  it('waits for the card that is on its way into the store', async () => {
    let write = (): void => undefined;
    const held = new Promise<void>((resolve) => (write = resolve));
    const {keyValue} = world;
    const compareAndSet = keyValue.compareAndSet.bind(keyValue);
    keyValue.compareAndSet = async (...args) => {
      if (args[0].startsWith('meeting_')) await held;
      return compareAndSet(...args);
    };
    const outcome = await plugin.startMeeting({
      userId: ana.id,
      user: world.chat.user(ana.id),
      channelId,
      rootId: '',
      mayPostHere: false,
      drawsCards: false,
      topic: '',
      besides: false,
      signal: new AbortController().signal,
    });
    const [created] = world.zoom.meetings;
    expect(outcome).toMatchObject({kind: 'started'});
    const recorded = plugin.record({...started, number: created?.number ?? '', uuid: created?.uuid});
    write();
    expect(await recorded).toEqual({kind: 'recorded'});
  });
});
