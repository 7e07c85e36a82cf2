import {beforeEach, describe, expect, it} from '@jest/globals';
import {ZOOM_HOSTS} from '../../../../contract/link-rules.js';
import type {JoinPage} from '../../../../server/core/domain/join-page.js';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import type {ChatUser} from '../../../../server/core/ports/chat.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import type {StreamPasses} from '../../../../server/core/ports/stream-passes.js';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';
import {
  createMakeStreamUrl,
  type MakeStreamUrlDeps,
  type MakeStreamUrlInput,
} from '../../../../server/core/usecases/make-stream-url.js';
import {createRecentStrangers} from '../../../../server/core/usecases/recent-strangers.js';
import {newId} from '../../../../server/lib/new-id.js';
import {createStreamPasses} from '../../../../server/outbound/store/stream-passes.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {admin, ana, ben} from '../../../support/people.js';
import {createPlannedCard} from '../../../support/planned-card.js';
import {sampleGrant} from '../../../support/sample-grant.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId, createSampleCard} from '../../../support/sample-card.js';

const NUMBER = '85512345678';
const TOKEN = 'made-up-token';
const DAY = 24 * 60 * 60_000;
const START = '2026-12-24T10:00:00Z';
const shown = {
  id: NUMBER,
  host_id: 'zoom-ana',
  topic: 'Quarterly',
  type: 2,
  start_time: START,
  duration: 60,
  join_url: `https://zoom.us/j/${NUMBER}?pwd=abc`,
};

const page: JoinPage = {
  origin: 'https://join.example.org',
  clientId: 'sdk-client',
  clientSecret: new SecretText('sdk-secret'),
  sites: [],
  sdk: {base: 'https://source.zoom.us', version: '6.2.0'},
  isOpenToGuests: true,
  isOnCards: true,
  adminsMayShare: false,
};

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let streamPasses: StreamPasses;
const {signal} = new AbortController();
const card = createPlannedCard({id: 'a'.repeat(32)});

beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  streamPasses = createStreamPasses(world);
  world.chat.users.set(admin.id, admin);
  world.zoom.operations.getMeeting = async () => shown;
  world.zoom.operations.getWebinar = async () => ({...shown, type: 5});
});

function make(by: ChatUser, input: Partial<MakeStreamUrlInput> = {}, deps: Partial<MakeStreamUrlDeps> = {}) {
  const makeStreamUrl = createMakeStreamUrl({
    ...world,
    audit: (record) => world.audits.push(record),
    page,
    canSignIn: true,
    consents: undefined,
    accountId: undefined,
    trustUnverifiedEmails: false,
    strangers: createRecentStrangers(world),
    cards: plugin.cards,
    streamPasses,
    allowance: createAllowance(),
    newId: () => newId(world.random),
    newPassId: () => 'PASS2345',
    newToken: () => new SecretText(TOKEN),
    hosts: ZOOM_HOSTS,
    ...deps,
  });
  const named = {number: NUMBER, cardId: '', name: '', until: undefined};
  return makeStreamUrl({...named, ...input, userId: by.id, user: world.chat.user(by.id), signal});
}
const ofCard = {number: card.meeting.number, cardId: card.id};
/** As what it was made; undefined: it was not. */
const madeAs = async (outcome: ReturnType<typeof make>) => {
  const {kind} = await outcome;
  const [record] = world.audits.splice(0);
  return record !== undefined && 'as' in record ? record.as : kind;
};

describe('a stream URL of a meeting that is named by its number', () => {
  it('A-40 is kept as a pass of its host, until a day after the meeting, and audited without what leads in', async () => {
    const outcome = await make(ana, {name: 'Main stage'});
    const pass = {
      id: 'PASS2345',
      name: 'Main stage',
      number: NUMBER,
      kind: 'meeting',
      topic: 'Quarterly',
      cardId: '',
      hostUserId: ana.id,
      zoomUserId: 'zoom-ana',
      madeBy: ana.id,
      madeAt: world.clock.now(),
      expiresAt: Date.parse(START) + 60 * 60_000 + DAY,
    };
    expect(outcome).toEqual({kind: 'made', pass, token: new SecretText(TOKEN), page, place: undefined});
    expect(await streamPasses.find(TOKEN)).toMatchObject(pass);
    expect(world.audits).toEqual([
      {event: 'stream-url-made', userId: ana.id, passId: 'PASS2345', number: NUMBER, as: 'host'},
    ]);
    expect(world.zoom.subjects.at(-1)).toEqual({kind: 'host', userId: ana.id, zoomUserId: 'zoom-ana'});
  });

  it('can be one of a webinar', async () => {
    world.zoom.operations.getMeeting = () => Promise.reject(zoomTrouble({kind: 'refused', code: 3000}));
    expect(await make(ana)).toMatchObject({kind: 'made', pass: {kind: 'webinar'}});
  });

  it('ends when its host says so, within 400 days', async () => {
    const until = world.clock.now() + 400 * DAY;
    expect(await make(ana, {until})).toMatchObject({kind: 'made', pass: {expiresAt: until}});
    expect(await make(ana, {until: until + 1})).toEqual({kind: 'too-far'});
    expect(await make(ana, {until: world.clock.now()})).toEqual({kind: 'past'});
  });

  it('A-01 is for nobody else', async () => {
    expect(await make(ben)).toEqual({kind: 'not-theirs'});
    expect(await make(admin)).toMatchObject({kind: 'not-in-zoom'});
    expect(await streamPasses.find(TOKEN)).toBeUndefined();
    expect(world.audits).toEqual([]);
  });

  it('A-01 is not for guests', async () => {
    world.chat.users.set(ana.id, {...ana, isGuest: true});
    expect(await make(ana)).toEqual({kind: 'refused', reason: 'guest'});
  });

  it('is none of what Zoom does not know', async () => {
    const gone = () => Promise.reject(zoomTrouble({kind: 'refused', code: 3001}));
    Object.assign(world.zoom.operations, {getMeeting: gone, getWebinar: gone});
    expect(await make(ana)).toEqual({kind: 'gone'});
  });

  it('is none of a personal room, in whichever way Zoom says that it is one', async () => {
    world.zoom.operations.getMeeting = async () => ({...shown, join_url: 'https://zoom.us/j/5551234567'});
    expect(await make(ana)).toEqual({kind: 'personal'});
    world.zoom.operations.getMeeting = async () => ({...shown, type: 4});
    expect(await make(ana)).toEqual({kind: 'personal'});
    world.zoom.operations.getMeeting = async () => shown;
    world.zoom.users.set(ana.email, {id: 'zoom-ana', pmi: NUMBER});
    expect(await make(ana)).toEqual({kind: 'personal'});
  });

  it('is none where people register first, and leads nowhere that is not trusted', async () => {
    const url = `https://zoom.us/meeting/register/${NUMBER}`;
    world.zoom.operations.getMeeting = async () => ({...shown, registration_url: url});
    expect(await make(ana)).toEqual({kind: 'registration', url});
    const evil = 'https://evil.example/register';
    world.zoom.operations.getMeeting = async () => ({...shown, registration_url: evil});
    expect(await make(ana)).toEqual({kind: 'registration', url: undefined});
  });

  it('is none where only people may come who are signed in to Zoom', async () => {
    world.zoom.operations.getMeeting = async () => ({...shown, settings: {meeting_authentication: true}});
    expect(await make(ana)).toEqual({kind: 'sign-in'});
  });

  it('is none of another account’s meeting', async () => {
    const grant = {...sampleGrant(ana.id, 'zoom-ana'), revision: 1};
    const consents = {find: async () => ({kind: 'good', grant}) as const};
    expect(await make(ana, {}, {consents, accountId: 'acc-2'})).toEqual({kind: 'elsewhere'});
    expect(await make(ana, {}, {consents, accountId: 'account-1'})).toMatchObject({kind: 'made'});
  });

  it('is none where no page leads in, or nobody could use it', async () => {
    const membersOnly = {...page, isOpenToGuests: false};
    expect(await make(ana, {}, {page: undefined})).toEqual({kind: 'no-page'});
    expect(await make(ana, {}, {page: membersOnly, canSignIn: false})).toEqual({kind: 'members-only'});
    expect(await make(ana, {}, {zoom: undefined})).toEqual({kind: 'not-configured'});
    expect(world.zoom.calls).toEqual([]);
    expect(await make(ana, {}, {page: membersOnly})).toMatchObject({kind: 'made'});
  });

  it('is made ten times a minute at most', async () => {
    const allowance = createAllowance();
    for (let times = 0; times < 10; times += 1) {
      expect(await make(ana, {}, {allowance})).toMatchObject({kind: 'made'});
    }
    expect(await make(ana, {}, {allowance})).toEqual({kind: 'too-many', nextAt: world.clock.now() + 60_000});
  });

  it('is none where Zoom fails, of which the log has a line', async () => {
    world.zoom.operations.getMeeting = () => Promise.reject(zoomTrouble({kind: 'timeout'}));
    expect(await make(ana)).toMatchObject({kind: 'zoom-trouble', problem: {kind: 'timeout'}});
    expect(world.logger.lines).toMatchObject([{level: 'warn', message: 'A stream URL could not be made'}]);
  });
});

describe('a stream URL of the meeting of a card', () => {
  beforeEach(() => plugin.cards.add(card));

  it('is for its host, whom nobody has to look up in Zoom', async () => {
    expect(await make(ana, ofCard)).toMatchObject({
      kind: 'made',
      pass: {cardId: card.id, hostUserId: ana.id},
      place: {channelId, rootId: ''},
    });
    expect(world.zoom.calls).toEqual(['getMeeting']);
  });

  it('A-42 is for nobody else, and not for a host who has left the channel', async () => {
    world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
    expect(await make(ben, ofCard)).toEqual({kind: 'not-theirs'});
    expect(await make(admin, ofCard)).toEqual({kind: 'not-theirs'});
    expect(await make(ana, {...ofCard, cardId: 'b'.repeat(32)})).toEqual({kind: 'not-theirs'});
    world.chat.members.delete(`${channelId} ${ana.id}`);
    expect(await make(ana, ofCard)).toEqual({kind: 'not-in-channel'});
    expect(world.zoom.calls).toEqual([]);
  });

  it('A-42 is for administrators of its channel and of the system where they may, in the name of its host', async () => {
    const deps = {page: {...page, adminsMayShare: true}};
    expect(await make(ben, ofCard, deps)).toEqual({kind: 'not-theirs'});
    world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
    expect(await madeAs(make(ben, ofCard, deps))).toBe('channel-admin');
    expect(await madeAs(make(admin, ofCard, deps))).toBe('system-admin');
    // By its number alone, too: its card says who they are to it.
    expect(await madeAs(make(admin, {number: ofCard.number}, deps))).toBe('system-admin');
    expect(world.zoom.subjects).toEqual(
      Array(3).fill({kind: 'host', userId: ana.id, zoomUserId: 'zoom-ana'}),
    );
    world.chat.users.set(admin.id, {...admin, isDeactivated: true});
    expect(await make(admin, ofCard, deps)).toEqual({kind: 'not-theirs'});
  });

  it('A-33 is none once Zoom gave the meeting to somebody else', async () => {
    world.zoom.operations.getMeeting = async () => ({...shown, host_id: 'zoom-ben'});
    expect(await make(ana, ofCard)).toEqual({kind: 'not-theirs'});
  });

  it('is none of a personal room, of another account, or of what is over', async () => {
    const personal = createSampleCard({id: 'c'.repeat(32), kind: 'personal'});
    await plugin.cards.add(personal);
    expect(await make(ana, {...ofCard, cardId: personal.id})).toEqual({kind: 'personal'});
    expect(await make(ana, ofCard, {accountId: 'acc-2'})).toEqual({kind: 'elsewhere'});
    const over = createPlannedCard({id: 'd'.repeat(32), cancelledAt: world.clock.now()});
    await plugin.cards.add(over);
    expect(await make(ana, {...ofCard, cardId: over.id})).toEqual({kind: 'ended'});
    expect(world.zoom.calls).toEqual([]);
  });
});
