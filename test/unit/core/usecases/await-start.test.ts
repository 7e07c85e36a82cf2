import {beforeEach, describe, expect, it} from '@jest/globals';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import {INTENT_WINDOW} from '../../../../server/core/ports/intents.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {createHeardEvent} from '../../../support/heard-event.js';
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

describe('an event of a number that is used again', () => {
  const earlier = createSampleCard({
    id: 'earlier',
    kind: 'personal',
    startedAt: OPENED_AT,
    endedAt: OPENED_AT + 1,
  });
  const again = {
    ...intent,
    kind: 'personal',
    openedAt: OPENED_AT + 60_000,
    claimedAt: OPENED_AT + 60_000,
  } as const;
  const since = OPENED_AT + 60_000;
  const at = OPENED_AT + 70_000;
  const begun: MeetingEvent = {kind: 'started', number, uuid: 'again==', startedAt: at, receivedAt: at};
  beforeEach(async () => {
    world.clock.advance(61_000);
    await plugin.cards.add(earlier);
    await plugin.intents.all();
    await startPluginProcess(world).intents.open({...again, meeting: {...meeting, uuid: undefined, since}});
  });

  it('R-01 is to come again while its start goes on, though the number has other cards', async () => {
    expect(await plugin.record(begun)).toEqual({kind: 'not-shown'});
  });

  it('R-01 is folded into the card of an interrupted start, which is finished first', async () => {
    world.clock.advance(INTENT_WINDOW);
    expect(await plugin.record(begun)).toEqual({kind: 'recorded'});
    expect((await plugin.cards.ofNumber(number)).cards).toMatchObject([
      {id: 'earlier'},
      {id: 'intent-1', occurrence: 'again=='},
    ]);
  });

  it('is of nobody’s meeting once that card is on record, though its start is not noted as finished', async () => {
    const other = startPluginProcess(world);
    await other.recover();
    await plugin.cards.add(createSampleCard({id: again.id, kind: 'personal', openedAt: since}));
    const before: MeetingEvent = {...begun, uuid: 'private==', startedAt: since - 1_000};
    expect(await plugin.record(before)).toEqual({kind: 'recorded'});
  });

  it('R-01 that somebody comes is to come again, too, as far as this process knows of the start', async () => {
    await plugin.intents.all();
    const joined = createHeardEvent(number, at, {uuid: 'again=='});
    expect(await plugin.hear(joined)).toEqual({kind: 'not-shown'});
    world.clock.advance(INTENT_WINDOW);
    expect(await plugin.hear(joined)).toEqual({kind: 'recorded'});
  });
});
