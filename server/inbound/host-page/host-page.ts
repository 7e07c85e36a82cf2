import type {Request, RequestHandler, Response} from 'express';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Texts, TextKey, Translate} from '../../core/ports/texts.js';
import type {UsedTickets} from '../../core/ports/used-tickets.js';
import type {FindHosted} from '../../core/usecases/find-hosted.js';
import type {GetStartLink} from '../../core/usecases/get-start-link.js';
import {abortAfter} from '../../lib/abort-after.js';
import type {HostTicket, HostTickets} from './host-tickets.js';
import {pageHeaders, renderPage} from './render-page.js';

const ZOOM_DEADLINE_MS = 8_000;

interface HostPageDeps {
  hostTickets: HostTickets;
  usedTickets: UsedTickets;
  findHosted: FindHosted;
  getStartLink: GetStartLink;
  chat: Chat;
  clock: Clock;
  texts: Texts;
  settings: {allowInsecureAddresses: boolean};
}

/** Why a ticket opens nothing. */
type Refusal = 'unknown' | 'expired' | 'used' | 'ended' | 'zoomTrouble';

const REFUSALS = {
  unknown: {status: 403, title: 'hostPage.unknown.title', text: 'hostPage.unknown'},
  expired: {status: 410, title: 'hostPage.expired.title', text: 'hostPage.expired'},
  used: {status: 410, title: 'hostPage.used.title', text: 'hostPage.used'},
  ended: {status: 410, title: 'hostPage.ended.title', text: 'hostPage.ended'},
  zoomTrouble: {status: 503, title: 'hostPage.zoomTrouble.title', text: 'hostPage.zoomTrouble'},
} as const satisfies Record<Refusal, {status: number; title: TextKey; text: TextKey}>;

interface Holder {
  ticket: HostTicket;
  language: string;
  topic: string;
}

/**
 * Where the ticket of a direct message leads. `open` (GET) changes nothing and asks Zoom nothing: chat servers and
 * scanners follow links. `enter` (POST) redirects to the host link, which nobody but the browser gets to see.
 */
export function hostPage(deps: HostPageDeps): {open: RequestHandler; enter: RequestHandler} {
  const headers = pageHeaders({allowInsecure: deps.settings.allowInsecureAddresses});
  const begin = async (request: Request, response: Response): Promise<Holder | undefined> => {
    response.set(headers);
    const judged = await judge(deps, request);
    if ('holder' in judged) return judged.holder;
    refuse(deps, response, judged);
    return undefined;
  };
  return {
    async open(request, response) {
      const holder = await begin(request, response);
      if (holder === undefined) return;
      const {language, topic} = holder;
      const translate = deps.texts(language);
      sendPage(response, language, {
        title: translate('hostPage.title', {topic}),
        text: translate('hostPage.text'),
        button: translate('hostPage.button'),
      });
    },
    async enter(request, response) {
      const holder = await begin(request, response);
      if (holder === undefined) return;
      const entered = await enter(deps, holder.ticket);
      if (typeof entered === 'string') refuse(deps, response, {refusal: entered, language: holder.language});
      else response.redirect(303, entered.url);
    },
  };
}

/** Whether the ticket is good for its holder now, as far as we know without Zoom. */
async function judge(
  {hostTickets, usedTickets, findHosted, chat, clock}: HostPageDeps,
  request: Request,
): Promise<{holder: Holder} | {refusal: Refusal; language: string}> {
  const {ticket: given} = request.query;
  const ticket = typeof given === 'string' ? hostTickets.read(given) : undefined;
  const asked = request.acceptsLanguages()[0] ?? '';
  if (ticket === undefined) return {refusal: 'unknown', language: asked};
  const user = await chat.user(ticket.userId);
  const language = user?.locale || asked;
  if (ticket.expiresAt < clock.now()) return {refusal: 'expired', language};
  if (user === undefined || user.isDeactivated) return {refusal: 'unknown', language};
  if (await usedTickets.isUsed(ticket.id)) return {refusal: 'used', language};
  const found = await findHosted(ticket);
  if (found.kind === 'hosted') return {holder: {ticket, language, topic: found.topic}};
  return {refusal: found.kind === 'ended' ? 'ended' : 'unknown', language};
}

/** Used up only when there is a link: trouble with Zoom leaves the ticket as it was. */
async function enter(deps: HostPageDeps, ticket: HostTicket): Promise<{url: string} | Refusal> {
  const {signal, cancel} = abortAfter(deps.clock, ZOOM_DEADLINE_MS);
  const outcome = await deps.getStartLink({...ticket, signal}).finally(cancel);
  switch (outcome.kind) {
    case 'not-the-host':
      return 'unknown';
    case 'ended':
      return 'ended';
    case 'zoom-trouble':
      return 'zoomTrouble';
    case 'link':
      return (await deps.usedTickets.use(ticket.id, ticket.expiresAt))
        ? {url: outcome.link.reveal()}
        : 'used';
  }
}

function refuse(
  {texts}: HostPageDeps,
  response: Response,
  {refusal, language}: {refusal: Refusal; language: string},
): void {
  const translate: Translate = texts(language);
  const {status, title, text} = REFUSALS[refusal];
  sendPage(response.status(status), language, {title: translate(title), text: translate(text)});
}

function sendPage(
  response: Response,
  language: string,
  words: {title: string; text: string; button?: string},
): void {
  response.type('html').send(renderPage({language: language || 'en', ...words}));
}
