import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {decodeJwt} from 'jose';
import type {Response} from 'supertest';
import {chatUnavailable, zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {
  bodyOf,
  codeOf,
  createJoinPageUnderTest,
  JOIN_URL,
  type JoinPageUnderTest,
  NUMBER,
  openToGuests,
} from '../../../support/join-page-under-test.js';
import {ana, ben} from '../../../support/people.js';
import {createPlannedCard} from '../../../support/planned-card.js';
import {createSampleCard} from '../../../support/sample-card.js';
import {streamPassOf} from '../../../support/stream-pass-of.js';

const registration_url = `https://zoom.us/meeting/register/${NUMBER}`;

let world: FakeWorld;
let page: JoinPageUnderTest;
beforeEach(async () => {
  world = createFakeWorld();
  page = await createJoinPageUnderTest(world);
});
afterEach(() => page.close());

describe('whoever has a stream URL', () => {
  it('learns of its meeting what they may know, in their language', async () => {
    const answer = await page.get();
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        state: 'live',
        kind: 'meeting',
        number: '855 1234 5678',
        topic: 'Quarterly',
        text: 'The meeting is on.',
        asks_email: false,
      },
    ]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await page.get({lang: 'de-AT'})).body).toMatchObject({text: 'Das Meeting läuft.'});
    const french = await page.get().set('Accept-Language', 'it, fr;q=0.5');
    expect(french.body).toMatchObject({text: 'La réunion est en cours.'});
    expect((await page.get({lang: '../..'})).body).toMatchObject({text: 'The meeting is on.'});
  });

  it('gets what Zoom’s Meeting SDK wants to hear, a new one each time', async () => {
    const answer = await page.enter({name: ' Carla\n', extra: 'ignored'});
    const signature = String(bodyOf(answer)['signature']);
    expect([answer.status, answer.body]).toEqual([
      200,
      {signature, meeting_number: NUMBER, passcode: 'canary-passcode', name: 'Carla'},
    ]);
    expect(decodeJwt(signature)).toMatchObject({appKey: 'sdk-client', mn: NUMBER, role: 0});
    world.clock.advance(1_000);
    expect((await page.enter()).body).not.toMatchObject({signature});
  });

  it('A-45 gets the passcode with their entry, and it is nowhere else', async () => {
    const others = [
      await page.get(),
      await page.enter({name: ''}),
      await page.shell(),
      await page.enter('x'),
    ];
    await page.enter();
    page.show({status: 'waiting'});
    world.clock.advance(60_000);
    others.push(await page.enter());
    const told = others.map(({text, headers}) => `${text} ${JSON.stringify(headers)}`).join('\n');
    const kept = JSON.stringify([world.keyValue.rows(), world.logger.lines, world.audits]);
    expect(`${told}${kept}`).not.toMatch(/canary-(passcode|pwd)/);
  });

  it('gets Zoom’s own link, which opens the app, too', async () => {
    expect((await page.getLink()).body).toEqual({
      url: JOIN_URL,
      app_url: `zoommtg://zoom.us/join?action=join&confno=${NUMBER}&pwd=canary-pwd`,
    });
  });

  it.each([
    ['waiting', {status: 'waiting'}, '409 not_begun'],
    ['registration', {registration_url}, '403 registration_first'],
    ['elsewhere', {settings: {meeting_authentication: true}}, '403 other_account'],
  ])('is told that it is %s, and gets no entry', async (state, changes, refused) => {
    page.show(changes);
    const answer = await page.get();
    expect(answer.body).toMatchObject({state});
    const entry = await page.enter();
    expect(codeOf(entry)).toBe(refused);
    expect(bodyOf(entry)['message']).toBe(bodyOf(answer)['text']);
    expect(`${answer.text}${entry.text}`).not.toContain('canary');
  });

  it('is led to the registration, and gets no link instead', async () => {
    page.show({registration_url});
    expect((await page.get()).body).toMatchObject({registration_url});
    const refused = await page.getLink();
    expect(codeOf(refused)).toBe('403 registration_first');
    expect(refused.body).toMatchObject({registration_url});
  });

  it('is told when it is over, or not theirs to join any more', async () => {
    world.zoom.faults.set('getMeeting', () => zoomTrouble({kind: 'refused', code: 3001}));
    expect((await page.get()).body).toMatchObject({state: 'over', text: 'This meeting is over.'});
    expect(codeOf(await page.enter())).toBe('410 ended');
    expect(codeOf(await page.getLink())).toBe('410 ended');
    world.zoom.faults.clear();
    page.show({host_id: 'zoom-ben'});
    world.clock.advance(60_000);
    expect(codeOf(await page.get())).toBe('410 pass_revoked');
    expect(codeOf(await page.enter())).toBe('410 pass_revoked');
  });

  it('names an address for a webinar', async () => {
    const token = 'w'.repeat(43);
    await page.streamPasses.keep(token, streamPassOf(world.clock, {id: 'p2', kind: 'webinar'}));
    expect((await page.get({token})).body).toMatchObject({
      kind: 'webinar',
      asks_email: true,
      text: 'The webinar is on.',
    });
    expect(codeOf(await page.enter(undefined, {token}))).toBe('422 email_needed');
    const entry = await page.enter({name: 'Carla', email: 'carla@example.com'}, {token});
    expect(entry.body).toMatchObject({email: 'carla@example.com', passcode: 'canary-passcode'});
  });

  it('hears which field is wrong', async () => {
    for (const wrong of [{}, {name: 5}, {name: 'n'.repeat(501)}, {name: ' '}]) {
      const answer = await page.enter(wrong);
      expect([codeOf(answer), answer.body]).toMatchObject(['400 bad_request', {fields: ['name']}]);
    }
    expect((await page.enter('{"name": "Carla"}').type('text/plain')).status).toBe(415);
  });

  it.each([
    [{kind: 'timeout'}, '503 zoom_unavailable'],
    [{kind: 'unauthorized'}, '503 zoom_refused'],
    [{kind: 'rate-limited', per: 'second', resumesAt: undefined}, '429 rate_limited'],
    [{kind: 'not-connected', who: 'person', because: 'revoked'}, '403 not_connected'],
  ] as const)('hears what to do while Zoom says %j', async (problem, refused) => {
    world.zoom.faults.set('getMeeting', () => zoomTrouble(problem));
    const answers = [await page.get(), await page.enter(), await page.getLink()];
    expect(answers.map(codeOf)).toEqual([refused, refused, refused]);
  });

  it('R-05 hears in their language what is out of order here', async () => {
    world.keyValue.fail();
    const answer = await page.get({lang: 'de'});
    expect(codeOf(answer)).toBe('503 store_unavailable');
    expect(bodyOf(answer)['message']).toContain('noch einmal');
    world.keyValue.mend();
    world.chat.faults.set('user', () => chatUnavailable('down'));
    expect(codeOf(await page.get())).toBe('503 chat_unavailable');
  });

  it('R-06 costs Zoom one question a minute, be they a thousand', async () => {
    const from = (nth: number): string => `198.18.${nth >> 8}.${nth & 255}`;
    const answers: Response[] = [];
    // More would wait for a connection than a listening socket lets wait.
    for (let first = 0; first < 1_000; first += 250) {
      const guests = Array.from({length: 250}, (_, nth) => first + nth);
      const enter = (nth: number) => page.enter({name: `Guest ${nth}`}, {from: from(nth)});
      answers.push(...(await Promise.all(guests.map(enter))));
    }
    expect(new Set(answers.map((answer) => bodyOf(answer)['name'])).size).toBe(1_000);
    expect(new Set(answers.map(({status}) => status))).toEqual(new Set([200]));
    expect(world.zoom.calls).toEqual(['getMeeting']);
    world.clock.advance(60_000);
    await page.enter();
    expect(world.zoom.calls).toHaveLength(2);
  });

  it('A-44 gets in 120 times a minute from one address, and others meanwhile', async () => {
    for (let nth = 0; nth < 120; nth += 1) await page.enter();
    const refused = await page.enter();
    expect([codeOf(refused), bodyOf(refused)['message']]).toEqual([
      '429 rate_limited',
      'Too many requests came from your network or with this link. Try again in 60 seconds.',
    ]);
    expect((await page.get()).status).toBe(200);
    expect((await page.enter(undefined, {from: '198.51.100.7'})).status).toBe(200);
  });

  it('is not whose session or cookie comes with it', async () => {
    const entry = await page.enter().set('Mattermost-User-Id', ana.id).set('Cookie', 'MMAUTHTOKEN=x');
    expect(entry.body).toMatchObject({name: 'Carla'});
    const meeting = await page.get().set('Mattermost-User-Id', ana.id);
    expect(meeting.body).not.toHaveProperty('name');
  });
});

describe('a member with a ticket', () => {
  it('comes as whom they are known, for as long as they are', async () => {
    await page.close();
    page = await createJoinPageUnderTest(world, {...openToGuests, JoinPageOnCards: true});
    await page.cards.add(createPlannedCard({kind: 'webinar'}));
    const token = page.ticketFor({userId: ben.id, cardId: 'intent-1', number: NUMBER});
    expect((await page.get({token})).body).toMatchObject({name: 'Ben', email: ben.email, kind: 'webinar'});
    expect((await page.enter({name: 'Ben'}, {token})).body).toMatchObject({email: ben.email});
    world.chat.users.set(ben.id, {...ben, isDeactivated: true});
    world.clock.advance(60_000);
    expect(codeOf(await page.enter({name: 'Ben'}, {token}))).toBe('403 no_access');
  });

  it('A-48 hears that a session under a personal meeting ID is over, though the next one is on', async () => {
    await page.close();
    page = await createJoinPageUnderTest(world, {...openToGuests, JoinPageOnCards: true});
    await page.cards.add(createSampleCard({kind: 'personal', endedAt: world.clock.now()}));
    const token = page.ticketFor({userId: ben.id, cardId: 'intent-1', number: NUMBER});
    const answers = [
      await page.get({token}),
      await page.enter({name: 'Ben'}, {token}),
      await page.getLink({token}),
    ];
    expect(answers.map(codeOf)).toEqual(['410 ended', '410 ended', '410 ended']);
    expect(answers[0]?.body).toMatchObject({message: 'This meeting is over.'});
  });
});
