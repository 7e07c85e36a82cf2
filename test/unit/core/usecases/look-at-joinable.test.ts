import {beforeEach, describe, expect, it} from '@jest/globals';
import {ZOOM_HOSTS} from '../../../../contract/link-rules.js';
import type {Card} from '../../../../server/core/domain/card.js';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import type {Cards} from '../../../../server/core/ports/cards.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {
  createLookAtJoinable,
  type LookAtJoinable,
} from '../../../../server/core/usecases/look-at-joinable.js';
import {createRecentAnswers} from '../../../../server/core/usecases/recent-answers.js';
import {createCards} from '../../../../server/outbound/store/cards.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {createPlannedCard} from '../../../support/planned-card.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const NUMBER = '85512345678';
const LINK = `https://zoom.us/j/${NUMBER}?pwd=abc`;
const shown = {
  id: NUMBER,
  host_id: 'zoom-ana',
  topic: 'Quarterly\nreview',
  type: 2,
  status: 'waiting',
  join_url: LINK,
  password: 'canary-passcode',
};
const pass = {
  number: NUMBER,
  kind: 'meeting',
  topic: 'As it was',
  host: {userId: ana.id, zoomUserId: 'zoom-ana'},
} as const;
const HOUR = 60 * 60_000;

let world: FakeWorld;
let cards: Cards;
let look: LookAtJoinable;
const create = (changes: {isSetUp?: false; accountId?: string} = {}): LookAtJoinable =>
  createLookAtJoinable({
    zoom: changes.isSetUp === false ? undefined : world.zoom,
    cards,
    recentLooks: createRecentAnswers({clock: world.clock, keptMs: 60_000, failedMs: 5_000}),
    within: (ask) => ask(new AbortController().signal),
    clock: world.clock,
    logger: world.logger,
    accountId: changes.accountId,
    hosts: ZOOM_HOSTS,
  });
/** What Zoom shows from now on. */
const show = (changes: object = {}): void =>
  void (world.zoom.operations.getMeeting = async () => ({...shown, ...changes}));
beforeEach(() => {
  world = createFakeWorld();
  cards = createCards(world);
  show();
  look = create();
});

const stateNow = async (): Promise<string> => {
  const looked = await look(pass);
  return looked.kind === 'seen' ? looked.meeting.state : looked.kind;
};
const lookAnew = async (): Promise<string> => {
  look = create();
  return stateNow();
};
const happened = (changes: Partial<Card>) =>
  cards.ofNumber(NUMBER).then((stored) => stored.update((card) => ({...card, ...changes})));

describe('how it stands with a meeting that people want to join', () => {
  it('is asked of Zoom in the name of its host', async () => {
    expect(await look(pass)).toEqual({
      kind: 'seen',
      meeting: {state: 'waiting', topic: 'Quarterly review', link: new SecretText(LINK)},
    });
    expect(world.zoom.subjects).toEqual([{kind: 'host', userId: ana.id, zoomUserId: 'zoom-ana'}]);
  });

  it('is live with the passcode that Zoom has now, or none', async () => {
    show({status: 'started'});
    const looked = await look(pass);
    if (looked.kind !== 'seen' || looked.meeting.state !== 'live') throw new Error('It is live');
    expect(looked.meeting.passcode.reveal()).toBe('canary-passcode');
    expect(JSON.stringify(looked)).not.toContain('canary');
    show({status: 'started', password: undefined});
    look = create();
    expect(await look(pass)).toMatchObject({meeting: {passcode: new SecretText('')}});
  });

  it('asks about a webinar as one', async () => {
    world.zoom.operations.getWebinar = async () => ({...shown, topic: 'Launch'});
    expect(await look({...pass, kind: 'webinar'})).toMatchObject({meeting: {topic: 'Launch'}});
    expect(world.zoom.calls).toEqual(['getWebinar']);
  });

  it('is over where Zoom knows nothing of it any more', async () => {
    world.zoom.faults.set('getMeeting', () => zoomTrouble({kind: 'refused', code: 3001}));
    expect(await look(pass)).toEqual({kind: 'seen', meeting: {state: 'over', topic: 'As it was'}});
  });

  it('A-33 is nobody’s to know once Zoom gave the meeting to somebody else', async () => {
    show({host_id: 'zoom-ben', status: 'started'});
    expect(await look(pass)).toEqual({kind: 'given-away'});
  });

  it('sends to the registration where people register first', async () => {
    const registration_url = `https://zoom.us/meeting/register/${NUMBER}`;
    show({status: 'started', registration_url});
    expect(await look(pass)).toEqual({
      kind: 'seen',
      meeting: {state: 'registration', topic: 'Quarterly review', url: registration_url},
    });
    show({registration_url: 'https://evil.example/register'});
    look = create();
    expect(await look(pass)).toMatchObject({meeting: {state: 'registration', url: undefined}});
  });

  it('S-12 gives out no link that leads to an address that is not trusted', async () => {
    show({join_url: 'https://evil.example/j/1'});
    expect(await look(pass)).toEqual({
      kind: 'zoom-trouble',
      problem: {kind: 'unsafe-link', meetingNumber: NUMBER},
    });
    await look(pass);
    expect(world.logger.lines.map(({message}) => message)).toEqual([
      'Zoom gave a meeting a link that leads to an address that is not trusted',
    ]);
  });

  it('is for the Zoom app where it is another account’s, or for people signed in to Zoom', async () => {
    await cards.add(createSampleCard());
    show({status: 'started'});
    look = create({accountId: 'acc-2'});
    expect(await look(pass)).toMatchObject({meeting: {state: 'elsewhere', because: 'account'}});
    look = create({accountId: 'acc-1'});
    expect(await stateNow()).toBe('live');
    show({status: 'started', settings: {meeting_authentication: true}});
    look = create();
    expect(await look(pass)).toMatchObject({meeting: {state: 'elsewhere', because: 'sign-in'}});
  });

  it('is not known while Zoom is not set up, or not connected, or fails, of which the log has a line', async () => {
    look = create({isSetUp: false});
    expect(await stateNow()).toBe('not-configured');
    look = create();
    const notConnected = {kind: 'not-connected', who: 'person', because: 'revoked'} as const;
    world.zoom.faults.set('getMeeting', () => zoomTrouble(notConnected));
    expect(await look(pass)).toEqual(notConnected);
    look = create();
    world.zoom.faults.set('getMeeting', () => zoomTrouble({kind: 'timeout'}));
    expect(await look(pass)).toEqual({kind: 'zoom-trouble', problem: {kind: 'timeout'}});
    expect(world.logger.lines.map(({message}) => message)).toEqual([
      'Zoom did not say how it stands with a meeting that people want to join',
    ]);
  });
});

describe('a webinar, of which Zoom does not say whether it runs', () => {
  const webinar = {...pass, kind: 'webinar'} as const;
  const MINUTE = 60_000;
  const showWebinar = (changes: object = {}): void => {
    const {status: _, ...unsaid} = shown;
    const start_time = new Date(OPENED_AT + HOUR).toISOString();
    const planned = {...unsaid, type: 5, start_time, duration: 30, ...changes};
    world.zoom.operations.getWebinar = async () => planned;
  };
  const stateAfter = async (ms: number): Promise<string> => {
    world.clock.advance(ms);
    look = create();
    const looked = await look(webinar);
    if (looked.kind !== 'seen') return looked.kind;
    const {meeting} = looked;
    return meeting.state === 'live' && !meeting.isCertain ? 'maybe' : meeting.state;
  };
  beforeEach(() => showWebinar());

  it('may run from five minutes before its time until an hour after it', async () => {
    const seen = [await stateAfter(0), await stateAfter(55 * MINUTE - 1), await stateAfter(1)];
    seen.push(await stateAfter(95 * MINUTE - 1), await stateAfter(1));
    expect(seen).toEqual(['waiting', 'waiting', 'maybe', 'maybe', 'waiting']);
  });

  it('is followed by its card, but for a webhook that does not come', async () => {
    await cards.add(createPlannedCard({kind: 'webinar'}));
    expect([await stateAfter(65 * MINUTE - 1), await stateAfter(1)]).toEqual(['waiting', 'maybe']);
    await happened({startedAt: world.clock.now()});
    expect(await stateAfter(1)).toBe('live');
    await happened({endedAt: world.clock.now()});
    expect(await stateAfter(1)).toBe('over');
  });

  it('may run at any time where it has none, and where a card of an earlier time is over', async () => {
    showWebinar({type: 6, start_time: undefined});
    expect(await stateAfter(0)).toBe('maybe');
    await cards.add(createPlannedCard({kind: 'webinar', startedAt: OPENED_AT, endedAt: OPENED_AT + 1}));
    expect(await stateAfter(2)).toBe('maybe');
  });

  it('may run at any of its times', async () => {
    const at = (hours: number) => ({start_time: new Date(OPENED_AT + hours * HOUR).toISOString()});
    showWebinar({type: 9, occurrences: [at(1), {...at(25), status: 'deleted'}, at(49)]});
    const seen = [await stateAfter(HOUR), await stateAfter(24 * HOUR), await stateAfter(24 * HOUR)];
    expect(seen).toEqual(['maybe', 'waiting', 'maybe']);
  });
});

describe('what Zoom is asked for', () => {
  it('R-06 is one question for all who come at the same time, and one a minute for those who come later', async () => {
    await Promise.all(Array.from({length: 1_000}, () => look(pass)));
    expect(world.zoom.calls).toHaveLength(1);
    world.clock.advance(59_999);
    await look(pass);
    expect(world.zoom.calls).toHaveLength(1);
    world.clock.advance(1);
    await look(pass);
    expect(world.zoom.calls).toHaveLength(2);
  });

  it('is asked again five seconds after it failed, of which the log has one line', async () => {
    world.zoom.faults.set('getMeeting', () => zoomTrouble({kind: 'timeout'}));
    await Promise.all(Array.from({length: 1_000}, () => look(pass)));
    expect(world.logger.lines).toHaveLength(1);
    world.zoom.faults.clear();
    world.clock.advance(4_999);
    expect(await stateNow()).toBe('zoom-trouble');
    expect(world.zoom.calls).toHaveLength(1);
    world.clock.advance(1);
    expect(await stateNow()).toBe('waiting');
  });

  it('A-44 is not what another host’s pass has found out', async () => {
    await look(pass);
    world.zoom.faults.set('getMeeting', () => zoomTrouble({kind: 'refused', code: 1001}));
    const ofBen = {...pass, host: {userId: 'ben', zoomUserId: 'zoom-ben'}};
    expect(await look(ofBen)).toMatchObject({meeting: {state: 'over'}});
  });
});

describe('what the cards of a meeting know', () => {
  it('makes it live at once, whatever Zoom said a moment ago', async () => {
    await cards.add(createSampleCard());
    expect(await stateNow()).toBe('waiting');
    await happened({startedAt: world.clock.now()});
    expect(await stateNow()).toBe('live');
    expect(world.zoom.calls).toHaveLength(1);
  });

  it('ends it at once, although Zoom was asked in its last second, of which it tells no fractions', async () => {
    await cards.add(createSampleCard({startedAt: OPENED_AT}));
    show({status: 'started'});
    world.clock.advance(60_900);
    expect(await stateNow()).toBe('live');
    await happened({endedAt: OPENED_AT + 60_000});
    expect(await stateNow()).toBe('over');
  });

  it('does not end what Zoom says runs again', async () => {
    await cards.add(createPlannedCard({startedAt: OPENED_AT, endedAt: OPENED_AT + 1_000}));
    show({status: 'started'});
    world.clock.advance(5_000);
    expect(await stateNow()).toBe('live');
  });

  it('does not end a series that has another time to come, and ends one that has none', async () => {
    await cards.add(createPlannedCard({startedAt: OPENED_AT, endedAt: OPENED_AT + HOUR}));
    world.clock.advance(2 * HOUR);
    const at = (time: number) => ({start_time: new Date(time).toISOString(), duration: 60});
    show({type: 8, occurrences: [at(OPENED_AT), at(OPENED_AT + 24 * HOUR)]});
    expect(await lookAnew()).toBe('waiting');
    show({type: 8, occurrences: [at(OPENED_AT)]});
    expect(await lookAnew()).toBe('over');
    show({type: 8, occurrences: [at(OPENED_AT), {...at(OPENED_AT + 24 * HOUR), status: 'deleted'}]});
    expect(await lookAnew()).toBe('over');
    show({type: 8, occurrences: [at(OPENED_AT), at(OPENED_AT + 24 * HOUR)]});
    world.clock.advance(48 * HOUR);
    expect(await lookAnew()).toBe('over');
    show({type: 3});
    expect(await lookAnew()).toBe('waiting');
  });

  it('does not end what was only taken back here, or has another card', async () => {
    await cards.add(createPlannedCard({cancelledAt: OPENED_AT}));
    expect(await stateNow()).toBe('waiting');
    await cards.add(createPlannedCard({id: 'intent-2', startedAt: OPENED_AT, endedAt: OPENED_AT + 1}));
    expect(await stateNow()).toBe('over');
    await cards.add(createPlannedCard({id: 'intent-3'}));
    expect(await stateNow()).toBe('waiting');
  });
});
