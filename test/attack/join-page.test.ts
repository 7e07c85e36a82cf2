import {createHash} from 'node:crypto';
import {afterAll, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import {decodeJwt} from 'jose';
import type {Entry} from '../../contract/join-page.js';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {ROUTE_TABLE} from '../../server/inbound/http/routes.js';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {JOIN_PAGE_ORIGIN, withJoinPage} from '../support/join-page.js';
import {onEachHost} from '../support/on-each-host.js';
import {inFull} from '../support/operations-on-others.js';
import type {HttpResponse} from '../support/plugin-host.js';
import {makePass, posting, visitJoinPage} from '../support/visit-join-page.js';
import {ADMIN, createWorld, type World} from '../support/world.js';

const JOIN_HOST = new URL(JOIN_PAGE_ORIGIN).host;
const BELOW_A_PASS = ['', '/meeting', '/entries', '/links'];

onEachHost('A stranger at the page to join', ({start, pluginDir}) => {
  let world: World;
  let meeting: SimulatedMeeting;
  let pass: string;
  let addresses = 1;
  beforeAll(async () => {
    world = await createWorld({
      start,
      pluginDir: pluginDir(),
      subscribe: false,
      settings: (zoom) => ({
        ...withJoinPage()(zoom),
        JoinPageClientID: zoom.account.sdkClientId,
        JoinPageClientSecret: zoom.account.sdkClientSecret,
      }),
    });
    grantAllScopes(world.zoom);
  });
  afterAll(async () => {
    const mistakes = (await world.host.logs()).filter(({level}) => level === 'error');
    await world.close();
    expect(mistakes).toEqual([]);
  });
  beforeEach(async () => {
    world = await world.anew();
    meeting = running('Opening session');
    pass = await makePass(world, String(meeting.number));
  });

  const running = (topic: string): SimulatedMeeting => {
    const hostId = world.zoom.users.at(-2)?.id ?? '';
    const made = world.zoom.addMeeting({hostId, type: 2, topic, startTime: Date.now()});
    world.zoom.startMeeting(made.number);
    return made;
  };
  /** Of somebody who has not been here yet. */
  const newAddress = (): string => `192.0.2.${(addresses += 1)}`;
  const codeOf = ({body}: HttpResponse): unknown => (JSON.parse(body.toString()) as {code?: unknown}).code;
  const enter = (body: object, {of = pass, address = newAddress()} = {}): Promise<HttpResponse> =>
    visitJoinPage(world, `${of}/entries`, {...posting(body), address});
  const entryOf = async (body: object): Promise<Entry> => {
    const answer = await enter(body);
    expect([answer.status, answer.body.toString()]).toEqual([200, expect.stringContaining('signature')]);
    return JSON.parse(answer.body.toString()) as Entry;
  };
  const askedOfZoom = (): number => world.zoom.requests.length;
  /** What Zoom makes of it. @returns its code; 0: they are in */
  const joinBy = async (request: object): Promise<number> => {
    await fetch(new URL('/sdk/join', world.zoom.url), {method: 'POST', body: JSON.stringify(request)});
    return world.zoom.sdkJoins.at(-1)?.code ?? NaN;
  };
  const withEntry = ({signature, meeting_number, passcode, name}: Entry) => ({
    signature,
    meetingNumber: meeting_number,
    passWord: passcode,
    userName: name,
  });

  describe('who guesses', () => {
    it('A-44 is told nothing after twenty passes, whatever they write into headers, and who has a good one gets in', async () => {
      const address = newAddress();
      const statuses: number[] = [];
      for (let guess = 0; guess < 24; guess += 1) {
        const guessed = createHash('sha256').update(`${guess}`).digest('base64url');
        const forged = {
          'X-Forwarded-For': `198.51.100.${guess}, ${address}`,
          'X-Real-IP': `198.51.100.${guess}`,
        };
        const path = `${guessed}${BELOW_A_PASS[1 + (guess % 3)]}`;
        const more = guess % 3 === 0 ? {} : posting({name: 'Zoe'});
        const {status} = await visitJoinPage(world, path, {...more, headers: {...more.headers, ...forged}});
        statuses.push(status);
      }
      expect(statuses).toEqual([...Array<number>(20).fill(404), ...Array<number>(4).fill(429)]);
      const sentAway = await enter({name: 'Zoe'}, {address, of: 'A'.repeat(43)});
      expect([sentAway.status, codeOf(sentAway)]).toEqual([429, 'rate_limited']);
      expect(Number(sentAway.headers.get('retry-after'))).toBeGreaterThan(0);
      for (const from of [{address}, {}]) expect((await enter({name: 'Zoe'}, from)).status).toBe(200);
    });

    it('A-44 learns nothing from the page itself, which is the same for every pass', async () => {
      const wrong = ['A'.repeat(43), `${pass.slice(1)}A`, 'x', 'a.b.c', `${pass}'"><script>`];
      const [right, ...others] = await Promise.all(
        [pass, ...wrong].map((each) => visitJoinPage(world, encodeURIComponent(each))),
      );
      const shown = (answer: HttpResponse | undefined) => [
        answer?.status,
        answer?.body.toString(),
        [...(answer?.headers ?? [])].filter(([name]) => name !== 'date' && name !== 'x-request-id'),
      ];
      for (const other of others) expect(shown(other)).toEqual(shown(right));
      expect(shown(right)[0]).toBe(200);
    });

    it('A-44 costs Zoom nothing, with passes that are none or are over', async () => {
      const revoked = await makePass(world, `${meeting.number} "Second"`);
      await world.type(`/zoom stream-url revoke ${JOIN_PAGE_ORIGIN}/plugins/zoom/join-page/${revoked}`);
      const before = askedOfZoom();
      expect(codeOf(await enter({name: 'Zoe'}, {of: revoked}))).toBe('pass_revoked');
      expect(codeOf(await visitJoinPage(world, `${revoked}/meeting`))).toBe('pass_revoked');
      expect(codeOf(await visitJoinPage(world, `${revoked}/links`, posting({})))).toBe('pass_revoked');
      expect(codeOf(await enter({name: 'Zoe'}, {of: pass.toLowerCase()}))).toBe('pass_unknown');
      expect(askedOfZoom()).toBe(before);
    });

    it('A-44 gets 120 entries in a minute from one address, and no more', async () => {
      const address = newAddress();
      const answers = await Promise.all(Array.from({length: 125}, () => enter({name: 'Zoe'}, {address})));
      const statuses = answers.map(({status}) => status).toSorted();
      expect(statuses).toEqual([...Array<number>(120).fill(200), ...Array<number>(5).fill(429)]);
      expect((await enter({name: 'Zoe'})).status).toBe(200);
    });
  });

  describe('who has a pass', () => {
    it('A-45 gets into its meeting as an attendee, whatever else they ask for', async () => {
      const other = running('Board');
      const wish = {role: 1, meeting_number: String(other.number), number: other.number, mn: other.number};
      const entry = await entryOf({name: 'Zoe', ...wish, __proto__: {role: 1}});
      expect(decodeJwt(entry.signature)).toMatchObject({role: 0, mn: String(meeting.number)});
      expect(entry).toMatchObject({meeting_number: String(meeting.number), passcode: meeting.password});
      expect(await joinBy(withEntry(entry))).toBe(0);
    });

    it('A-45 gets into no other meeting with what they were given', async () => {
      const other = running('Board');
      const entry = await entryOf({name: 'Zoe'});
      const elsewhere = {meetingNumber: String(other.number), passWord: other.password};
      expect(await joinBy({...withEntry(entry), ...elsewhere})).toBe(3712);
      const [head, , sign] = entry.signature.split('.');
      const claims = {...decodeJwt(entry.signature), mn: String(other.number), role: 1};
      const forged = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), sign].join('.');
      expect(await joinBy({...withEntry(entry), ...elsewhere, signature: forged})).toBe(3712);
      expect(other.participants).toHaveLength(1);
    });

    it('A-45 is one line of text to everybody else, however they are called', async () => {
      const name =
        '<img src=x onerror=alert(1)>\r\nSet-Cookie: a=b\u202Egnp\u0000\u2028@channel [x](javascript:1)';
      const {name: shown, email} = await entryOf({name, email: 'zoe@example.net\r\nBcc: all@example.net'});
      const unseen = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;
      expect(shown).not.toMatch(unseen);
      expect(shown).toContain('‹img src=x onerror=alert(1)›');
      expect([...shown].length).toBeLessThanOrEqual(64);
      expect(email).not.toMatch(unseen);
    });

    it.each([
      ['no name', ''],
      ['blanks', '   '],
      ['signs that nobody sees', '\u200b\u202e'],
      ['lines', '\r\n\t'],
      ['a book', 'x'.repeat(501)],
    ])('A-45 is asked for a name that can be seen, after %s', async (_what, name) => {
      const answer = await enter({name});
      expect([answer.status, codeOf(answer)]).toEqual([400, 'bad_request']);
    });

    it('A-45 sends JSON of a usual size, as it is, or nothing', async () => {
      const big = {name: 'Zoe', rest: 'x'.repeat(64 * 1024)};
      const bodies: [number, object][] = [
        [413, posting(big)],
        [415, {...posting({name: 'Zoe'}), headers: {'Content-Type': 'text/plain'}}],
        [415, {...posting({name: 'Zoe'}), headers: {'Content-Type': 'application/x-www-form-urlencoded'}}],
        [
          415,
          {
            ...posting({name: 'Zoe'}),
            headers: {'Content-Type': 'application/json', 'Content-Encoding': 'gzip'},
          },
        ],
        [400, {...posting({}), body: '{"name":'}],
        [400, {...posting({}), body: '['.repeat(60_000)}],
        [400, posting(['Zoe'])],
        [400, posting({name: {toString: 'Zoe'}})],
        [400, posting({name: 'Zoe', email: 'x'.repeat(321)})],
      ];
      for (const [status, more] of bodies) {
        const answer = await visitJoinPage(world, `${pass}/entries`, {...more, address: newAddress()});
        expect([JSON.stringify(more).slice(0, 80), answer.status]).toEqual([expect.any(String), status]);
      }
    });
  });

  describe('who writes what they like into a request', () => {
    const lines = 'de\r\nSet-Cookie: a=b\r\n\r\n<script>alert(1)</script>';

    it('A-46 gets no header, no cookie and no word of theirs back', async () => {
      const query = `?lang=${encodeURIComponent(lines)}&name=${encodeURIComponent(lines)}&x=%3Cscript%3E&lang[]=de`;
      const headers = {
        'Accept-Language': 'xx-<script>alert(1)</script>',
        'X-Forwarded-Proto': 'javascript',
        Origin: 'https://evil.example',
        Cookie: 'MMAUTHTOKEN=x; MMUSERID=y',
      };
      for (const path of ['page.js', ...BELOW_A_PASS.map((below) => `${pass}${below}`)]) {
        const isPost = /entries|links/.test(path);
        const more = isPost ? posting({name: 'Zoe'}) : {};
        const answer = await visitJoinPage(world, `${path}${query}`, {
          ...more,
          headers: {...more.headers, ...headers},
          address: newAddress(),
        });
        expect([path, answer.status]).toEqual([path, 200]);
        expect(answer.body.toString()).not.toContain('<script>alert');
        const names = [...answer.headers.keys()];
        for (const name of ['set-cookie', 'access-control-allow-origin', 'access-control-allow-credentials'])
          expect([path, names]).toEqual([path, expect.not.arrayContaining([name])]);
        expect(answer.headers.get('cache-control')).toContain('no-store');
        expect(JSON.stringify([...answer.headers])).not.toContain('evil.example');
      }
    });

    it('A-46 reaches the page by the name of its host alone, whatever other headers say', async () => {
      const names = [JOIN_HOST, JOIN_HOST.toUpperCase(), `${JOIN_HOST}:443`];
      const others = [
        new URL(world.host.siteUrl).host,
        'localhost',
        `evil.${JOIN_HOST}`,
        `${JOIN_HOST}.evil.example`,
        `${JOIN_HOST}:8443`,
        `${JOIN_HOST}@evil.example`,
        `evil.example/${JOIN_HOST}`,
        `[::1]`,
        '',
      ];
      const forged = Object.fromEntries(
        ['X-Forwarded-Host', 'X-Host', 'X-Original-Host', 'X-HTTP-Host-Override'].map((name) => [
          name,
          JOIN_HOST,
        ]),
      );
      for (const Host of names)
        expect([Host, (await visitJoinPage(world, pass, {headers: {Host}})).status]).toEqual([Host, 200]);
      for (const Host of others) {
        const headers = {Host, ...forged, Forwarded: `host=${JOIN_HOST}`};
        for (const below of BELOW_A_PASS) {
          const more = /entries|links/.test(below) ? posting({name: 'Zoe'}) : {};
          const answer = await visitJoinPage(world, `${pass}${below}`, {
            ...more,
            headers: {...more.headers, ...headers},
          });
          expect([Host, below, answer.status < 400]).toEqual([Host, below, false]);
          expect([Host, answer.headers.has('x-zoom-join-page')]).toEqual([Host, false]);
        }
      }
    });

    it('A-46 finds nothing else of ours on its host, not as an administrator either', async () => {
      const before = askedOfZoom();
      for (const {who, method, path} of ROUTE_TABLE) {
        if (who === 'visitor') continue;
        const {status} = await world.host.http({
          method: method.toUpperCase(),
          path: inFull(path),
          headers: {Host: JOIN_HOST, 'Content-Type': 'application/json'},
          ...(method !== 'get' && {body: '{}'}),
          userId: ADMIN,
        });
        expect([method, path, status]).toEqual([method, path, 404]);
      }
      expect(askedOfZoom()).toBe(before);
    });
  });
});
