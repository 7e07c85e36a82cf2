import {beforeEach, describe, expect, it} from '@jest/globals';
import {ZoomError} from '../../../../server/core/ports/zoom.js';
import {type AskZoomAbout, createAskZoomAbout} from '../../../../server/core/usecases/ask-zoom-about.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let askZoomAbout: AskZoomAbout;
let number: string;
let uuid: string;
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  await plugin.start(ana.id);
  number = world.zoom.meetings[0]?.number ?? '';
  uuid = world.zoom.meetings[0]?.uuid ?? '';
  askZoomAbout = createAskZoomAbout({
    ...world,
    cards: plugin.cards,
    record: plugin.record,
    newDeadline: () => new AbortController().signal,
  });
});

const status = () => [...world.chat.posts.values()][0]?.props;
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

  it('changes nothing when Zoom knows neither', async () => {
    world.zoom.states.clear();
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

  it('about a meeting whose card has ended', async () => {
    ends();
    await askZoomAbout({number, uuid});
    await askZoomAbout({number, uuid});
    expect(asked()).toHaveLength(2);
  });
});

describe('a question that leads nowhere', () => {
  it.each([
    ['Zoom fails', () => world.zoom.faults.set('meeting', () => new ZoomError({kind: 'timeout'})), 'timeout'],
    ['the store fails', () => world.keyValue.fail(), 'StoreUnavailableError'],
    ['we have made a mistake', () => world.zoom.faults.set('meeting', () => new TypeError('x')), 'TypeError'],
  ] as const)('because %s is a log line and nothing more', async (_why, arrange, problem) => {
    arrange();
    await expect(askZoomAbout({number, uuid})).resolves.toBeUndefined();
    const [line] = world.logger.lines;
    expect(line).toMatchObject({level: 'warn', fields: {meeting: number}});
    expect(line?.fields['problem']).toContain(problem);
  });
});
