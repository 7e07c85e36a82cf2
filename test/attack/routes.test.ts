import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {type Caller, ROUTE_TABLE} from '../../server/inbound/http/routes.js';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {inFull, OPERATIONS_ON_OTHERS} from '../support/operations-on-others.js';
import {connect, createConsentWorld} from '../support/connect-as.js';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import {pairBrowser} from '../support/pair-browser.js';
import type {HttpRequest, HttpResponse} from '../support/plugin-host.js';
import {PLANNED_NUMBER} from '../support/plan-in-zoom.js';
import {waitFor} from '../support/wait-for.js';
import type {World} from '../support/world.js';
import {type Answers, type Asker, ASKERS, type Person, PEOPLE} from './askers.js';
import {SERVED} from './served-to-people.js';

const all = (answer: string): Answers =>
  Object.fromEntries(ASKERS.map((asker) => [asker, answer])) as Answers;
const unknown = (answer: string, people: string | Omit<Answers, 'nobody' | 'forger'>): Answers => ({
  ...all(answer),
  ...(typeof people === 'string' ? Object.fromEntries(PEOPLE.map((person) => [person, people])) : people),
});

/** Who the product takes a person for, on a host with sessions and on one without. */
interface Kinds {
  sessions: Answers;
  none: Answers;
}
const NO_SESSION = '401 not_signed_in';
const NOT_PAIRED = '401 not_paired';

/** The column `who`, in what each asker is answered. `served`: what the route itself says to people. */
const BY_CALLER: {readonly [Who in Caller]: (served: Answers) => Kinds} = {
  // The address holds a secret, and what comes is signed.
  zoom: () => ({sessions: all('401'), none: all('401')}),
  reader: (served) => ({sessions: {...served, nobody: NO_SESSION, forger: NO_SESSION}, none: all('200')}),
  person: (served) => ({
    sessions: {...served, nobody: NO_SESSION, forger: NO_SESSION},
    none: {...served, nobody: NOT_PAIRED, forger: NOT_PAIRED, guest: '403 restricted'},
  }),
  caller: (served) => ({
    sessions: {...served, nobody: NO_SESSION, forger: NO_SESSION},
    none: {...served, nobody: NOT_PAIRED, forger: NOT_PAIRED, guest: '403 restricted'},
  }),
  admin: (served) => ({
    sessions: unknown(NO_SESSION, {
      guest: '403 not_an_admin',
      stranger: '403 not_an_admin',
      member: '403 not_an_admin',
      channelAdmin: '403 not_an_admin',
      systemAdmin: served.systemAdmin,
    }),
    none: all('404'),
  }),
  presser: () => ({sessions: unknown(NO_SESSION, '403'), none: all('403')}),
  traveller: (served) => ({
    sessions: {...served, nobody: '303 login', forger: '303 login'},
    none: all('404'),
  }),
  // Nobody comes back who has not left with a state.
  returner: () => ({sessions: all('400'), none: all('400')}),
  holder: () => ({sessions: all('404'), none: all('400')}),
  pairer: () => ({sessions: all('404'), none: all('410 pairing_gone')}),
  // On Mattermost's own host there is no such page, whatever the settings say.
  visitor: () => ({sessions: all('404'), none: all('404')}),
};

/** A host's page has a status of its own for a ticket that is none. */
const OTHERWISE: Readonly<Record<string, string>> = {'GET /host': '403', 'POST /host': '403'};

/** Bodies of what nobody is let through to for who they are; a press is the default. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /webhook': {event: 'meeting.ended', payload: {}},
  'POST /api/v1/pairings/claim': {pairing: 'x'},
};
const BY_ARTEFACT: ReadonlySet<Caller> = new Set([
  'zoom',
  'presser',
  'returner',
  'holder',
  'pairer',
  'visitor',
]);

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

onEachHost('The table of routes', ({start, pluginDir, capabilities}) => {
  let world: World;
  const ids = new Map<Person, string>(
    PEOPLE.map((person) => [person, mattermostId(`walk${person}`.toLowerCase())]),
  );
  const idOf = (person: Person): string => ids.get(person) ?? '';
  const tokens = new Map<Person, string>();
  const channelId = mattermostId('walked');

  beforeAll(async () => {
    world = await createConsentWorld('user', {
      start,
      pluginDir: pluginDir(),
      subscribe: false,
    });
    grantAllScopes(world.zoom);
    const users = PEOPLE.map((person) => ({
      id: idOf(person),
      username: person.toLowerCase(),
      email: `${person.toLowerCase()}@example.com`,
      ...(person === 'systemAdmin' && {roles: 'system_user system_admin'}),
    }));
    const insiders = PEOPLE.filter((person) => person !== 'stranger');
    await world.host.seed({
      users,
      channels: [{id: channelId}],
      members: [
        ...insiders.map((person) => ({
          channel_id: channelId,
          user_id: idOf(person),
          ...(person === 'channelAdmin' && {scheme_admin: true}),
        })),
        // Where everybody is, and types.
        ...PEOPLE.map((person) => ({channel_id: world.channelId, user_id: idOf(person)})),
      ],
    });
    for (const {email} of users) world.zoom.addUser({email});
    for (const person of PEOPLE) {
      const place = {userId: idOf(person), channelId: world.channelId};
      if (!capabilities.sessions) tokens.set(person, await pairBrowser(world, place));
      await connect(world, place.userId, `${person.toLowerCase()}@example.com`);
    }
    await bringPlanned();
    await world.host.seed({users: [{id: idOf('guest'), roles: 'system_guest'}]});
  }, 60_000);
  afterAll(() => world.close());

  /** The request as this asker sends it, in the way in which the host knows people. */
  const as = (asker: Asker, request: HttpRequest): HttpRequest => {
    const {headers = {}} = request;
    if (asker === 'nobody') return request;
    if (asker === 'forger') {
      const id = idOf('systemAdmin');
      const forged = {'Mattermost-User-Id': id, 'mattermost-user-id': id, 'X-Mattermost-User-Id': id};
      return {...request, headers: {...headers, ...forged, Cookie: `MMUSERID=${id}`}};
    }
    if (capabilities.sessions) return {...request, userId: idOf(asker)};
    return {...request, headers: {...headers, Authorization: `Bearer ${tokens.get(asker)}`}};
  };
  /** The member has planned a meeting, and brings it into the channel. */
  const bringPlanned = async (): Promise<void> => {
    const hostId = world.zoom.users.find(({email}) => email === 'member@example.com')?.id ?? '';
    world.zoom.addMeeting({
      hostId,
      type: 2,
      number: Number(PLANNED_NUMBER),
      startTime: Date.now() + 3_600_000,
    });
    const {body} = SERVED['POST /api/v1/import'] ?? {};
    const headers = {'Content-Type': 'application/json'};
    const request = {method: 'POST', path: '/api/v1/import', headers, body: JSON.stringify(body)};
    expect(await ask('member', request)).toBe('200');
  };
  const ask = async (asker: Asker, request: HttpRequest): Promise<string> =>
    inWords(await world.host.http(as(asker, request)));
  const inWords = ({status, headers, body}: HttpResponse): string => {
    const location = headers.get('location');
    if (location?.startsWith(world.zoom.url)) return `${status} Zoom`;
    if (location !== null) return `${status} ${location.includes('/login?') ? 'login' : location}`;
    if (body.length === 0 || !/^application\/(problem\+)?json/.test(headers.get('content-type') ?? ''))
      return String(status);
    const {code} = JSON.parse(body.toString()) as {code?: string};
    if (code === undefined) return String(status);
    // Strangers at one address get only so many codes in a minute, and nothing else either way.
    return code === 'rate_limited' ? NOT_PAIRED : `${status} ${code}`;
  };

  /**
   * What a request can leave behind, but for the codes for browsers, which anybody may ask for. Before something is
   * done in Zoom, it may be asked whose it is.
   */
  const effects = async (who?: Caller): Promise<unknown> => ({
    rows: [...(await world.host.kv())]
      .filter(([key]) => !/^(jobs_|pairing_|lease_|zoom_budget_|webhook_activity$)/.test(key))
      .map(([key, value]) => `${key} ${value.toString()}`)
      .sort(),
    posts: (await world.host.posts()).length,
    requests: world.zoom.requests.filter(({method}) => who !== 'caller' || method !== 'GET').length,
    meetings: world.zoom.meetings.length,
  });

  /** A card is on record a moment after it is answered, that of the plan too: all are, before a row is looked at. */
  let cards = 1;
  const settled = (): Promise<unknown> =>
    waitFor(world.host, async () => {
      const rows = [...(await world.host.kv()).keys()].filter((key) => key.startsWith('meeting_'));
      return rows.length >= cards || undefined;
    });

  const rows = ROUTE_TABLE.filter(({on}) => on(capabilities)).map(({who, method, path}) => ({
    who,
    method: method.toUpperCase(),
    path: inFull(path),
    row: `${method.toUpperCase()} ${path}`,
  }));

  it.each(rows)(
    'A-04 lets nobody through $row but whom it is for ($who)',
    async ({who, method, path, row}) => {
      const served = SERVED[row] ?? OPERATIONS_ON_OTHERS[row];
      // Whoever adds a route that knows people says here what it answers to whom.
      if (!BY_ARTEFACT.has(who)) expect([row, served]).toEqual([row, expect.anything()]);
      const kinds = BY_CALLER[who](unknown('', served?.people ?? ''));
      const otherwise = OTHERWISE[row];
      const expected =
        otherwise === undefined ? kinds[capabilities.sessions ? 'sessions' : 'none'] : all(otherwise);
      const isWritten = who !== 'caller' || served?.body !== undefined;
      const body = JSON.stringify(served?.body ?? BODIES[row] ?? {context: {}, user_id: idOf('member')});
      const request: HttpRequest = {
        method,
        path: served !== undefined && 'query' in served ? `${path}?${served.query}` : path,
        ...(method !== 'GET' && isWritten && {headers: {'Content-Type': 'application/json'}, body}),
      };
      const isTurnedAway = (asker: Asker): boolean => !/^(200|303 Zoom|409)/.test(expected[asker]);
      await settled();
      const before = await effects(who);
      const answers = new Map<Asker, string>();
      for (const asker of ASKERS.filter(isTurnedAway)) answers.set(asker, await ask(asker, request));
      expect(await effects(who)).toEqual(before);
      for (const asker of ASKERS.filter((one) => !isTurnedAway(one)))
        answers.set(asker, await ask(asker, request));
      if (row === 'POST /api/v1/meetings' || row === 'POST /api/v1/import')
        cards += [...answers.values()].filter((answer) => answer === '200').length;
      expect(Object.fromEntries(ASKERS.map((asker) => [asker, answers.get(asker)]))).toEqual(expected);
    },
  );

  describe('of everything else', () => {
    const paths = [...new Set(rows.map(({path}) => path))];
    const parents = new Set(
      ROUTE_TABLE.filter(({path}) => path.endsWith('}')).map(({path}) => path.replace(/\/[^/]+$/, '')),
    );
    const names = new Set(ROUTE_TABLE.filter(({path}) => path.endsWith('}')).map(({path}) => inFull(path)));

    it('A-04 knows no other method, and says which there are', async () => {
      const before = await effects();
      for (const path of paths) {
        const known = rows.filter((row) => row.path === path);
        // What a browser goes through on its way to Zoom and back is used up by it.
        const allowed = known.flatMap(({method, who}) =>
          method === 'GET' && who !== 'traveller' && who !== 'returner' ? ['GET', 'HEAD'] : [method],
        );
        const others = METHODS.filter((method) => !allowed.includes(method));
        for (const method of others) {
          const {status, headers} = await world.host.http(as('systemAdmin', {method, path}));
          const allow = (headers.get('allow') ?? '').split(', ');
          const isApart = known.some(({who}) => who === 'visitor');
          const expected = isApart ? [404, ['']] : [405, allowed.sort()];
          expect([method, path, status, allow.sort()]).toEqual([method, path, ...expected]);
        }
      }
      expect(await effects()).toEqual(before);
    });

    it('A-04 knows no other path, however close it is', async () => {
      const before = await effects();
      const near = paths.flatMap((path) => [
        `${path}/`,
        // There, it would be a name itself.
        ...(parents.has(path) ? [] : [`${path}/x`]),
        // Behind a name it would be another name.
        ...(names.has(path) ? [] : [`${path}%00`, `${path};x`, path.toUpperCase()]),
        `/x/..${path.replaceAll('/', '%2f')}`,
      ]);
      for (const path of ['/', '/api', '/api/v1', '/api/v2/meetings', '/oauth2', '/admin', ...near]) {
        for (const method of ['GET', 'POST']) {
          const {status} = await world.host.http(as('systemAdmin', {method, path}));
          // Of a path with a slash behind it, a wrong method is told as of the path itself.
          const not = path.endsWith('/') && status === 405 ? 405 : 404;
          expect([method, path, status]).toEqual([method, path, not]);
        }
      }
      expect(await effects()).toEqual(before);
    });
  });
});
