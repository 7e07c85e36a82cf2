import type {Server} from 'node:http';
import request, {type Test} from 'supertest';
import type {Capabilities} from '../../server/core/domain/capabilities.js';
import {type BrowserTickets, createBrowserTickets} from '../../server/inbound/join-page/browser-tickets.js';
import {createSigner} from '../../server/lib/create-signer.js';
import {createStreamPasses} from '../../server/outbound/store/stream-passes.js';
import type {FakeWorld} from './fake-world.js';
import {createHttpUnderTest, JOIN_TICKET_KEY} from './http-under-test.js';
import {setUpJoinPage} from './join-page-settings.js';
import {closeServer, listen} from './listen.js';
import {streamPassOf} from './stream-pass-of.js';

/** Of a stream URL of Ana's that is good for a day. */
export const TOKEN = 't'.repeat(43);
/** Nobody's. */
export const GUESS = 'v'.repeat(43);
export const NUMBER = '85512345678';
export const JOIN_URL = `https://zoom.us/j/${NUMBER}?pwd=canary-pwd`;
export const openToGuests = {...setUpJoinPage, JoinPageGuests: true};

export interface Asking {
  token?: string;
  host?: string;
  /** The address of who asks. */
  from?: string;
  lang?: string;
}

const running = {
  id: NUMBER,
  host_id: 'zoom-ana',
  topic: 'Quarterly',
  type: 2,
  status: 'started',
  join_url: JOIN_URL,
  password: 'canary-passcode',
};

/** The product with its join page, on a world in memory in which a meeting of Ana's runs. */
export async function createJoinPageUnderTest(
  world: FakeWorld,
  settings: Record<string, unknown> = openToGuests,
  capabilities?: Capabilities,
) {
  const http = createHttpUnderTest(world, settings, capabilities);
  const server: Server = await listen(http.app);
  const streamPasses = createStreamPasses(world);
  await streamPasses.keep(TOKEN, streamPassOf(world.clock));
  const tickets = createBrowserTickets({
    signer: createSigner(JOIN_TICKET_KEY, 'v1'),
    origin: setUpJoinPage.JoinPageURL,
    clock: world.clock,
  });
  const show = (changes: object = {}): void => {
    world.zoom.operations.getMeeting = async () => ({...running, ...changes});
    world.zoom.operations.getWebinar = async () => ({...running, type: 5, ...changes});
  };
  show();
  const to = (what: string, {token = TOKEN, lang}: Asking): string =>
    `/join-page/${token}${what}${lang === undefined ? '' : `?lang=${lang}`}`;
  const asked = (test: Test, {host = 'join.example.org', from = '192.0.2.1'}: Asking): Test =>
    test.set('Host', host).set('X-Forwarded-For', from);
  const post = (what: string, body: object | string, asking: Asking): Test =>
    asked(request(server).post(to(what, asking)), asking)
      .type('application/json')
      .send(body);
  return {
    streamPasses,
    cards: http.plugin.cards,
    /** What Zoom says of the meeting from now on. */
    show,
    ticketFor: (of: Parameters<BrowserTickets['issue']>[0]): string =>
      tickets.issue(of)?.split('/').at(-1) ?? '',
    shell: (asking: Asking = {}) => asked(request(server).get(to('', asking)), asking),
    get: (asking: Asking = {}) => asked(request(server).get(to('/meeting', asking)), asking),
    enter: (body: object | string = {name: 'Carla'}, asking: Asking = {}) => post('/entries', body, asking),
    getLink: (asking: Asking = {}) => post('/links', {}, asking),
    other: (path: string, asking: Asking = {}) => asked(request(server).get(path), asking),
    close: () => closeServer(server),
  };
}

export type JoinPageUnderTest = Awaited<ReturnType<typeof createJoinPageUnderTest>>;

/** What was answered, for a look at its fields. */
export const bodyOf = ({body}: {body: unknown}): Record<string, unknown> => body as Record<string, unknown>;

export const codeOf = (answer: {status: number; body: unknown}): string =>
  `${answer.status} ${String(bodyOf(answer)['code'])}`;
