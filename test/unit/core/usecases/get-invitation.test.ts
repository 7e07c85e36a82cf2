import {beforeEach, describe, expect, it} from '@jest/globals';
import {ZOOM_HOSTS} from '../../../../contract/link-rules.js';
import type {ChatUser} from '../../../../server/core/ports/chat.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';
import {createFindHosted} from '../../../../server/core/usecases/find-hosted.js';
import {createGetInvitation, type GetInvitation} from '../../../../server/core/usecases/get-invitation.js';
import {createRecentStrangers} from '../../../../server/core/usecases/recent-strangers.js';
import {newId} from '../../../../server/lib/new-id.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana, ben} from '../../../support/people.js';
import {createPlannedCard} from '../../../support/planned-card.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId, createSampleCard} from '../../../support/sample-card.js';

const TEXT = 'Ana is inviting you.\r\nPasscode: 123456\r\n';
const NUMBER = '81234567890';
const shown = {
  id: NUMBER,
  host_id: 'zoom-ana',
  topic: 'Quarterly',
  type: 2,
  join_url: `https://zoom.us/j/${NUMBER}?pwd=abc`,
};

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let getInvitation: GetInvitation;
const {signal} = new AbortController();
const create = (changes: {isSetUp?: false} = {}): GetInvitation =>
  createGetInvitation({
    ...world,
    ...(changes.isSetUp === false && {zoom: undefined}),
    consents: undefined,
    accountId: undefined,
    trustUnverifiedEmails: false,
    strangers: createRecentStrangers(world),
    findHosted: createFindHosted({cards: plugin.cards, chat: world.chat}),
    newId: () => newId(world.random),
    allowance: createAllowance(),
    hosts: ZOOM_HOSTS,
  });
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  world.zoom.operations.getMeetingInvitation = async () => ({invitation: TEXT});
  world.zoom.operations.getMeeting = async () => shown;
  getInvitation = create();
});

const ask = (by: ChatUser = ana, named: {number?: string; cardId?: string} = {}) =>
  getInvitation({number: NUMBER, cardId: '', ...named, userId: by.id, user: world.chat.user(by.id), signal});

describe('the invitation to a meeting that is named by its number', () => {
  it('is Zoom’s own text with its topic and the way in, for its host', async () => {
    expect(await ask()).toEqual({
      kind: 'invitation',
      invitation: {
        number: NUMBER,
        topic: 'Quarterly',
        text: 'Ana is inviting you.\nPasscode: 123456',
        url: shown.join_url,
        isRegistration: false,
      },
    });
    expect(world.zoom.subjects.at(-1)).toEqual({kind: 'host', userId: ana.id, zoomUserId: 'zoom-ana'});
  });

  it('leads to the registration where people have to register', async () => {
    const registration_url = `https://zoom.us/meeting/register/${NUMBER}`;
    world.zoom.operations.getMeeting = async () => ({...shown, registration_url});
    expect(await ask()).toMatchObject({invitation: {url: registration_url, isRegistration: true}});
  });

  it('S-12 leads nowhere that is not trusted', async () => {
    world.zoom.operations.getMeeting = async () => ({...shown, join_url: 'https://evil.example/j/1'});
    expect(await ask()).toMatchObject({kind: 'invitation', invitation: {url: undefined}});
  });

  it('A-01 is for nobody else, who is told so before Zoom is asked for it', async () => {
    expect(await ask(ben)).toEqual({kind: 'not-the-host'});
    expect(world.zoom.calls).not.toContain('getMeetingInvitation');
  });

  it('A-01 is not for guests, nor for people without a confirmed address', async () => {
    world.chat.users.set(ana.id, {...ana, isGuest: true});
    expect(await ask()).toEqual({kind: 'refused', reason: 'guest'});
    world.chat.users.set(ana.id, {...ana, emailVerified: false});
    expect(await ask()).toEqual({kind: 'email-unconfirmed', email: ana.email});
    expect(world.zoom.calls).toEqual([]);
  });

  it('is none where Zoom knows no such number', async () => {
    const gone = () => Promise.reject(zoomTrouble({kind: 'refused', code: 3001}));
    Object.assign(world.zoom.operations, {getMeeting: gone, getWebinar: gone});
    expect(await ask()).toEqual({kind: 'gone'});
  });

  it('is none of a webinar, which has a link instead', async () => {
    const gone = () => Promise.reject(zoomTrouble({kind: 'refused', code: 3000}));
    Object.assign(world.zoom.operations, {getMeeting: gone, getWebinar: async () => shown});
    expect(await ask()).toEqual({
      kind: 'webinar',
      topic: 'Quarterly',
      url: shown.join_url,
      isRegistration: false,
    });
  });

  it('is none while Zoom is not set up', async () => {
    getInvitation = create({isSetUp: false});
    expect(await ask()).toEqual({kind: 'not-configured'});
  });

  it('is asked for ten times a minute at most', async () => {
    for (let times = 0; times < 10; times += 1) expect(await ask()).toMatchObject({kind: 'invitation'});
    expect(await ask()).toEqual({kind: 'too-many', nextAt: world.clock.now() + 60_000});
  });

  it('is none where Zoom fails, and the log has a line without anything of the text', async () => {
    world.zoom.operations.getMeetingInvitation = () => Promise.reject(zoomTrouble({kind: 'timeout'}));
    expect(await ask()).toMatchObject({kind: 'zoom-trouble', problem: {kind: 'timeout'}});
    expect(world.logger.lines).toMatchObject([{level: 'warn', message: 'Zoom gave no invitation'}]);
  });
});

describe('the invitation to the meeting of a card', () => {
  const card = createSampleCard({id: 'a'.repeat(32)});
  const named = {number: card.meeting.number, cardId: card.id};
  beforeEach(() => plugin.cards.add(card));

  it('is for its host, whom nobody has to look up in Zoom', async () => {
    expect(await ask(ana, named)).toMatchObject({
      kind: 'invitation',
      invitation: {topic: 'Weekly planning', url: card.meeting.joinUrl},
    });
    expect(world.zoom.calls).toEqual(['getMeetingInvitation']);
  });

  it('A-33 is not for whoever was its host until Zoom gave the meeting to somebody else', async () => {
    await plugin.cards.add(createPlannedCard({id: 'b'.repeat(32)}));
    const planned = {...named, cardId: 'b'.repeat(32)};
    expect(await ask(ana, planned)).toMatchObject({kind: 'invitation'});
    world.zoom.operations.getMeeting = async () => ({...shown, host_id: 'zoom-ben'});
    expect(await ask(ana, planned)).toEqual({kind: 'not-the-host'});
    expect(world.zoom.calls.filter((call) => call === 'getMeetingInvitation')).toHaveLength(1);
  });

  it('A-01 is for nobody else, and not for a host who has left the channel', async () => {
    expect(await ask(ben, named)).toEqual({kind: 'not-the-host'});
    world.chat.members.delete(`${channelId} ${ana.id}`);
    expect(await ask(ana, named)).toEqual({kind: 'no-access'});
    expect(world.zoom.calls).toEqual([]);
  });

  it('is none once the meeting is over, or deleted in Zoom', async () => {
    world.zoom.operations.getMeetingInvitation = () =>
      Promise.reject(zoomTrouble({kind: 'refused', code: 3001}));
    expect(await ask(ana, named)).toEqual({kind: 'gone'});
    const receivedAt = world.clock.now();
    await plugin.record({kind: 'ended', number: named.number, uuid: 'uuid-1==', receivedAt});
    expect(await ask(ana, named)).toEqual({kind: 'ended'});
  });
});
