import type {Request, RequestHandler, Response} from 'express';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import {hasCode, isPortError, type PortError} from '../../core/ports/port-error.js';
import type {Texts, TextKey, Translate} from '../../core/ports/texts.js';
import type {UsedTickets} from '../../core/ports/used-tickets.js';
import type {FindWayIn} from '../../core/usecases/find-way-in.js';
import type {AskHostLink, NoHostLink} from '../host-link.js';
import {secondsUntil} from '../http/start-problem.js';
import {nextFullMinute} from '../next-full-minute.js';
import type {HostTicket, HostTickets} from './host-tickets.js';
import {pageHeaders, renderPage} from '../page/render-page.js';

export interface HostPageDeps {
  hostTickets: HostTickets;
  usedTickets: UsedTickets;
  findHosted: FindWayIn;
  askHostLink: AskHostLink;
  chat: Chat;
  clock: Clock;
  logger: Logger;
  texts: Texts;
  settings: {allowInsecureAddresses: boolean};
}

/** Why a ticket opens nothing; the last two: the store or Mattermost failed, or this version cannot read the record. */
type Refusal =
  | 'unknown'
  | 'expired'
  | 'used'
  | 'ended'
  | 'tooMany'
  | 'notConnected'
  | 'zoomTrouble'
  | 'notNow'
  | 'unreadable';

const REFUSALS = {
  unknown: {status: 403, title: 'hostPage.unknown.title', text: 'hostPage.unknown'},
  expired: {status: 410, title: 'hostPage.expired.title', text: 'hostPage.expired'},
  used: {status: 410, title: 'hostPage.used.title', text: 'hostPage.used'},
  ended: {status: 410, title: 'hostPage.ended.title', text: 'hostPage.ended'},
  tooMany: {status: 429, title: 'hostPage.tooMany.title', text: 'hostPage.tooMany'},
  notConnected: {status: 403, title: 'hostPage.notConnected.title', text: 'hostPage.notConnected'},
  zoomTrouble: {status: 503, title: 'hostPage.zoomTrouble.title', text: 'hostPage.zoomTrouble'},
  notNow: {status: 503, title: 'hostPage.notNow.title', text: 'hostPage.notNow'},
  unreadable: {status: 503, title: 'hostPage.unreadable.title', text: 'store.unreadable'},
} as const satisfies Record<Refusal, {status: number; title: TextKey; text: TextKey}>;

const NO_LINK = {
  ended: 'ended',
  'not-the-host': 'unknown',
  'no-access': 'unknown',
  'too-many': 'tooMany',
  'not-connected': 'notConnected',
  'zoom-trouble': 'zoomTrouble',
} as const satisfies Record<NoHostLink['kind'], Refusal>;

/** In whose words the page speaks. */
interface PageReader {
  language: string;
  /** IANA name; `undefined`: it is not known. */
  timezone: string | undefined;
}

interface Holder {
  ticket: HostTicket;
  reader: PageReader;
  topic: string;
}

interface Refused {
  refusal: Refusal;
  /** When the same may succeed (ms since the epoch), where that is known. */
  nextAt?: number;
}

/**
 * `GET /host`: where the ticket of a direct message leads. It changes nothing and asks Zoom nothing: scanners follow
 * links.
 */
export const openHostPage = (deps: HostPageDeps): RequestHandler =>
  forHolder(deps, (response, {reader: {language}, topic}) => {
    const translate = deps.texts(language);
    sendPage(response, language, {
      title: translate('hostPage.title', {topic}),
      text: translate('hostPage.text'),
      button: translate('hostPage.button'),
    });
  });

/** `POST /host`: redirects to the host link, which nobody but the browser gets to see. */
export const enterAsHost = (deps: HostPageDeps): RequestHandler =>
  forHolder(deps, async (response, {ticket, reader}) => {
    const entered = await enter(deps, ticket);
    if ('url' in entered) response.redirect(303, entered.url);
    else refuse(deps, response, {...entered, reader});
  });

/** Who comes with a ticket that is no good, or while something fails, gets a page that says what to do. */
function forHolder(
  deps: HostPageDeps,
  answer: (response: Response, holder: Holder) => Promise<void> | void,
): RequestHandler {
  const headers = pageHeaders({allowInsecure: deps.settings.allowInsecureAddresses});
  return async (request, response) => {
    response.set(headers);
    try {
      const judged = await judge(deps, request);
      if ('holder' in judged) await answer(response, judged.holder);
      else refuse(deps, response, judged);
    } catch (error) {
      if (!isPortError(error)) throw error;
      refuse(deps, response, {refusal: explain(deps.logger, error), reader: browserReader(request)});
    }
  };
}

function explain(logger: Logger, error: PortError): Refusal {
  // The log has named the record already.
  if (hasCode(error, 'record-unreadable')) return 'unreadable';
  logger.error('The page for a host failed', {error: error.message});
  return 'notNow';
}

/** What the browser tells of its person. */
const browserReader = (request: Request): PageReader => ({
  language: request.acceptsLanguages()[0] ?? '',
  timezone: undefined,
});

/** Whether the ticket is good for its holder now, as far as we know without Zoom. */
async function judge(
  {hostTickets, usedTickets, findHosted, chat, clock}: HostPageDeps,
  request: Request,
): Promise<{holder: Holder} | (Refused & {reader: PageReader})> {
  const {ticket: given} = request.query;
  const ticket = typeof given === 'string' ? hostTickets.read(given) : undefined;
  const asked = browserReader(request);
  if (ticket === undefined) return {refusal: 'unknown', reader: asked};
  const user = await chat.user(ticket.userId);
  const reader = {language: user?.locale || asked.language, timezone: user?.timezone || undefined};
  if (ticket.expiresAt < clock.now()) return {refusal: 'expired', reader};
  if (user === undefined || user.isDeactivated) return {refusal: 'unknown', reader};
  if (await usedTickets.isUsed(ticket.id)) return {refusal: 'used', reader};
  const found = await findHosted(ticket);
  if (found.kind === 'hosted') return {holder: {ticket, reader, topic: found.topic}};
  return {refusal: NO_LINK[found.kind], reader};
}

/** Used up only when there is a link: trouble with Zoom leaves the ticket as it was. */
async function enter(deps: HostPageDeps, ticket: HostTicket): Promise<{url: string} | Refused> {
  const outcome = await deps.askHostLink(ticket);
  if (outcome.kind === 'too-many') return {refusal: 'tooMany', nextAt: outcome.nextAt};
  if (outcome.kind !== 'link') return {refusal: NO_LINK[outcome.kind]};
  if (!(await deps.usedTickets.use(ticket.id, ticket.expiresAt))) return {refusal: 'used'};
  return {url: outcome.link.reveal()};
}

function refuse(
  {texts, clock}: HostPageDeps,
  response: Response,
  {refusal, nextAt, reader: {language, timezone}}: Refused & {reader: PageReader},
): void {
  const translate: Translate = texts(language, timezone);
  const {status, title, text} = REFUSALS[refusal];
  const values = nextAt === undefined ? {} : {nextAt: nextFullMinute(nextAt)};
  if (nextAt !== undefined) response.set('Retry-After', String(secondsUntil(nextAt, clock.now())));
  sendPage(response.status(status), language, {title: translate(title), text: translate(text, values)});
}

function sendPage(
  response: Response,
  language: string,
  words: {title: string; text: string; button?: string},
): void {
  response.type('html').send(renderPage({language: language || 'en', ...words}));
}
