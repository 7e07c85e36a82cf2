import {beforeEach, describe, expect, it} from '@jest/globals';
import {type AskZoomAbout, createAskZoomAbout} from '../../../../server/core/usecases/ask-zoom-about.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let askZoomAbout: AskZoomAbout;
let number: string;
let uuid: string;
let ledNowhere: string[];
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  await plugin.start(ana.id);
  number = world.zoom.meetings[0]?.number ?? '';
  uuid = world.zoom.meetings[0]?.uuid ?? '';
  ledNowhere = [];
  askZoomAbout = asking(world.zoom);
});

const asking = (zoom: FakeWorld['zoom'] | undefined): AskZoomAbout =>
  createAskZoomAbout({
    ...world,
    zoom,
    cards: plugin.cards,
    record: plugin.record,
    askPlanned: plugin.askPlanned,
    ledNowhere: (reason) => void ledNowhere.push(reason),
    newDeadline: () => new AbortController().signal,
  });
const status = () => [...world.chat.posts.values()][0]?.props;
const attachment = () => JSON.stringify(status()?.['attachments']);
const asked = () => world.zoom.calls.slice(2);
const ends = () => {
  world.zoom.states.clear();
  const endedAt = world.clock.now() + 60_000;
  world.zoom.past.set(uuid, {uuid, hostId: 'zoom-ana', startedAt: world.clock.now(), endedAt});
};

describe('a webhook that came too late to be believed', () => {
  it('W-08 ends the card when Zoom says that the meeting is over', async () => {
    ends();
    await askZoomAbout({number, uuid});
    expect(status()).toMatchObject({meeting_status: 'ENDED', meeting_end_time: world.clock.now() + 60_000});
    expect(asked()).toEqual(['meeting', 'pastMeeting']);
  });

  it('W-08 shows it live while Zoom says that it runs, whatever the webhook said', async () => {
    world.zoom.states.set(number, {uuid, hostId: 'zoom-ana', status: 'started'});
    await askZoomAbout({number, uuid});
    expect(status()).toMatchObject({meeting_status: 'STARTED', zoom_card: {state: 'live'}});
    expect(asked()).toEqual(['meeting']);
  });

  it('changes nothing while the meeting waits for its host', async () => {
    await askZoomAbout({number, uuid});
    expect(status()).toMatchObject({zoom_card: {state: 'waiting'}});
  });

  it('goes by the UUID of the card when it names none', async () => {
    ends();
    await askZoomAbout({number});
    expect(status()).toMatchObject({meeting_status: 'ENDED'});
  });

  it('does not end a card by another occurrence', async () => {
    const other = 'earlier==';
    world.zoom.past.set(other, {uuid: other, hostId: 'zoom-ana', startedAt: 0, endedAt: 1});
    await askZoomAbout({number, uuid: other});
    expect(status()).toMatchObject({meeting_status: 'STARTED'});
  });
});

describe('Zoom is not asked', () => {
  it('about a meeting that is not ours', async () => {
    await askZoomAbout({number: '99999999999', uuid});
    expect(asked()).toEqual([]);
  });

  it.each([{hostId: 'zoom-ben'}, {accountId: 'acc-2'}])('on the word of somebody else, %j', async (whose) => {
    await askZoomAbout({number, uuid, ...whose});
    expect(asked()).toEqual([]);
  });

  it('about a meeting whose card has ended', async () => {
    ends();
    await askZoomAbout({number, uuid});
    await askZoomAbout({number, uuid});
    expect(asked()).toHaveLength(2);
  });

  it('while it is not set up, and the log is silent', async () => {
    await asking(undefined)({number, uuid});
    expect([asked(), ledNowhere, world.logger.lines]).toEqual([[], [], []]);
  });
});

describe('a meeting that Zoom no longer knows', () => {
  const MINUTE = 60_000;
  const forget = (): void => world.zoom.states.clear();
  const begin = () =>
    plugin.record({
      kind: 'started',
      number,
      uuid,
      startedAt: world.clock.now(),
      receivedAt: world.clock.now(),
    });
  const isEndedWithoutEnd = {meeting_status: 'ENDED', zoom_card: {state: 'ended'}};

  it('has ended if it was seen to start: its card is closed at once, without an end or a length', async () => {
    await begin();
    world.clock.advance(40 * MINUTE);
    forget();
    await askZoomAbout({number});
    expect(status()).toMatchObject(isEndedWithoutEnd);
    expect(status()).not.toHaveProperty('meeting_end_time');
    expect(attachment()).toContain('Ended. Zoom has not said when.');
  });

  it('gets its end and its length when Zoom tells of the past later, and is asked for nothing else then', async () => {
    await begin();
    world.clock.advance(40 * MINUTE);
    forget();
    await askZoomAbout({number});
    const before = world.zoom.calls.length;
    await askZoomAbout({number});
    ends();
    await passTimeUntil(world.clock, askZoomAbout({number}));
    expect(world.zoom.calls.slice(before)).toEqual(['pastMeeting', 'pastMeeting']);
    expect(status()).toHaveProperty('meeting_end_time');
    expect(attachment()).toMatch(/Ended .* lasted 41 minutes/);
  });

  it('is closed also where Zoom does not let the app see past meetings', async () => {
    await begin();
    forget();
    world.zoom.faults.set('pastMeeting', () => zoomTrouble({kind: 'missing-scope', scopes: []}));
    await passTimeUntil(world.clock, askZoomAbout({number}));
    expect(status()).toMatchObject(isEndedWithoutEnd);
    expect(ledNowhere).toEqual(['unknown-meeting', 'missing-scope']);
  });

  it('stays as it is after the first such answer if nobody saw it start, and is told as unknown after the second', async () => {
    forget();
    await askZoomAbout({number});
    await askZoomAbout({number});
    expect(status()).toMatchObject({zoom_card: {state: 'waiting'}});
    world.clock.advance(5 * MINUTE);
    await askZoomAbout({number});
    expect(status()).toMatchObject({meeting_status: 'ENDED', zoom_card: {state: 'unknown'}});
    expect([...world.chat.posts.values()][0]?.message).toBe(
      'Zoom no longer knows the meeting “Weekly planning” that Ana Silva opened.',
    );
    expect(attachment()).toContain('Zoom no longer knows this meeting.');
  });

  it('is not mistaken for one about which Zoom failed to answer', async () => {
    await begin();
    world.zoom.faults.set('meeting', () => zoomTrouble({kind: 'refused', code: 300}));
    await askZoomAbout({number});
    expect(status()).toMatchObject({zoom_card: {state: 'live'}});
  });
});

describe('a question that leads nowhere', () => {
  it.each([
    ['Zoom fails', () => world.zoom.faults.set('meeting', () => zoomTrouble({kind: 'timeout'})), 'timeout'],
    ['the store fails', () => world.keyValue.fail(), 'store-unavailable'],
    ['we have made a mistake', () => world.zoom.faults.set('meeting', () => new TypeError('x')), 'TypeError'],
  ] as const)('because %s is counted and nothing more', async (_why, arrange, problem) => {
    arrange();
    await expect(askZoomAbout({number, uuid})).resolves.toBe(
      problem === 'store-unavailable' ? 'not-now' : 'asked',
    );
    expect(ledNowhere).toEqual([expect.stringContaining(problem)]);
    expect(world.logger.lines).toEqual([]);
  });
});
