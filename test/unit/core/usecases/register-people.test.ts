import {beforeEach, describe, expect, it} from '@jest/globals';
import {ZOOM_HOSTS} from '../../../../contract/link-rules.js';
import type {ZoomProblem} from '../../../../server/core/domain/zoom-problem.js';
import type {ChatUser} from '../../../../server/core/ports/chat.js';
import {chatUnavailable, zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';
import {createRecentStrangers} from '../../../../server/core/usecases/recent-strangers.js';
import {createRegisterPeople, type RegisterPeople} from '../../../../server/core/usecases/register-people.js';
import {createTellPerson} from '../../../../server/core/usecases/tell-person.js';
import {newId} from '../../../../server/lib/new-id.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana, ben, createPerson} from '../../../support/people.js';

const number = '81234567890';
const page = `https://zoom.us/meeting/register/${number}`;
const shown = {
  id: number,
  host_id: 'zoom-ana',
  topic: 'Quarterly',
  registration_url: page,
  join_url: `https://zoom.us/j/${number}`,
};
const cleo = createPerson('cleo', {firstName: 'Cleo', lastName: 'Marín'});

let world: FakeWorld;
let registered: unknown[];
let registerPeople: RegisterPeople;
beforeEach(() => {
  world = createFakeWorld();
  world.chat.users.set(cleo.id, cleo);
  registered = [];
  world.zoom.operations.getMeeting = async () => shown;
  world.zoom.operations.addMeetingRegistrant = async (input) => {
    registered.push(input);
    return {registrant_id: 'r', join_url: `https://zoom.us/w/${number}?tk=canary-of-${input.email}`};
  };
  registerPeople = createRegisterPeople({
    ...world,
    consents: undefined,
    accountId: undefined,
    trustUnverifiedEmails: false,
    strangers: createRecentStrangers(world),
    newId: () => newId(world.random),
    allowance: createAllowance(),
    tellPerson: createTellPerson({...world, newId: () => newId(world.random), allowance: createAllowance()}),
    hosts: ZOOM_HOSTS,
    write: ({topic, link, name}, {username}) => ({text: `${name} ${username} ${topic} ${link.reveal()}`}),
  });
});

const register = (names: string[] = [], by: ChatUser = ana, signal = new AbortController().signal) =>
  registerPeople({
    userId: by.id,
    user: world.chat.user(by.id),
    number,
    names,
    mentions: new Map([...world.chat.users.values()].map(({username, id}) => [username, id])),
    signal,
  });

describe('registering people', () => {
  it('is done with name and address of each, who alone gets their own link', async () => {
    const outcome = await register(['ben', 'cleo']);
    expect(outcome).toEqual({
      kind: 'registered',
      topic: 'Quarterly',
      registered: ['ben', 'cleo'],
      missed: [],
    });
    expect(registered).toEqual([
      {meetingId: number, email: ben.email, first_name: 'Ben'},
      {meetingId: number, email: cleo.email, first_name: 'Cleo', last_name: 'Marín'},
    ]);
    expect(world.chat.directMessages.map(({userId, text}) => [userId, text])).toEqual([
      [ben.id, `Ana Silva ben Quarterly https://zoom.us/w/${number}?tk=canary-of-${ben.email}`],
      [cleo.id, `Ana Silva cleo Quarterly https://zoom.us/w/${number}?tk=canary-of-${cleo.email}`],
    ]);
  });

  it('S-12 leaves nobody’s link anywhere but in their own message', async () => {
    const outcome = await register(['ben']);
    const left = [
      outcome,
      world.keyValue.rows(),
      [...world.chat.posts.values()],
      world.logger.lines,
      world.audits,
    ];
    expect(JSON.stringify(left)).not.toContain('canary');
  });

  it('is the page where people register, where nobody is named', async () => {
    expect(await register()).toEqual({kind: 'page', topic: 'Quarterly', url: page});
  });

  it('is no use where nobody has to register', async () => {
    world.zoom.operations.getMeeting = async () => ({...shown, registration_url: undefined});
    expect(await register(['ben'])).toEqual({kind: 'open', topic: 'Quarterly', url: shown.join_url});
    expect(registered).toEqual([]);
  });

  it('is done for webinars, too', async () => {
    world.zoom.operations.getMeeting = () => Promise.reject(zoomTrouble({kind: 'refused', code: 3000}));
    world.zoom.operations.getWebinar = async () => shown;
    world.zoom.operations.addWebinarRegistrant = async () => ({join_url: `https://zoom.us/w/${number}?tk=x`});
    expect(await register(['ben'])).toMatchObject({registered: ['ben']});
  });

  it('A-01 is for the host alone', async () => {
    expect(await register(['cleo'], ben)).toEqual({kind: 'not-the-host'});
    expect(registered).toEqual([]);
  });

  it('A-01 uses no address that may be somebody else’s', async () => {
    world.chat.users.set(ben.id, {...ben, emailVerified: false});
    world.chat.users.set(cleo.id, {...cleo, email: ''});
    expect(await register(['ben', 'cleo', 'ana'])).toMatchObject({
      registered: [],
      missed: [
        {name: 'ana', because: 'self'},
        {name: 'ben', because: 'email-unconfirmed'},
        {name: 'cleo', because: 'email-missing'},
      ],
    });
    expect(registered).toEqual([]);
  });

  it.each<[string, ZoomProblem, string]>([
    ['full', {kind: 'refused', code: 3043}, 'full'],
    ['registered three times today', {kind: 'rate-limited', per: 'day', resumesAt: undefined}, 'too-often'],
    ['asked questions by the host', {kind: 'invalid', fields: ['custom_questions']}, 'questions'],
    ['not registered by Zoom', {kind: 'server-error', status: 500}, 'zoom'],
  ])('goes on with the others where one is %s', async (_what, problem, because) => {
    const add = world.zoom.operations.addMeetingRegistrant;
    world.zoom.operations.addMeetingRegistrant = async (input) => {
      if (input.email === ben.email) throw zoomTrouble(problem);
      if (add === undefined) throw new Error('Nobody registers');
      return add(input);
    };
    expect(await register(['ben', 'cleo'])).toMatchObject({
      registered: ['cleo'],
      missed: [{name: 'ben', because}],
    });
  });

  it('tells of who has to be approved first, and of who got no message', async () => {
    world.zoom.operations.addMeetingRegistrant = async () => ({registrant_id: 'r'});
    expect(await register(['ben'])).toMatchObject({missed: [{name: 'ben', because: 'pending'}]});
    world.zoom.operations.addMeetingRegistrant = async () => ({join_url: shown.join_url});
    world.chat.faults.set('sendDirectMessage', () => chatUnavailable('down'));
    expect(await register(['ben'])).toMatchObject({missed: [{name: 'ben', because: 'not-told'}]});
  });

  it('begins with nobody once there is no time left, and says who is not registered', async () => {
    const ending = new AbortController();
    world.zoom.operations.addMeetingRegistrant = async () => {
      ending.abort();
      return {join_url: shown.join_url};
    };
    expect(await register(['ben', 'cleo'], ana, ending.signal)).toMatchObject({
      registered: ['ben'],
      missed: [{name: 'cleo', because: 'not-tried'}],
    });
  });
});
