import type {Request, RequestHandler, Response} from 'express';
import * as z from 'zod';
import {JOIN_IN_BROWSER_PATH} from '../../../contract/routes.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import {hasCode, isPortError} from '../../core/ports/port-error.js';
import type {Texts, TextKey} from '../../core/ports/texts.js';
import type {GetBrowserWay, WayFor} from '../../core/usecases/get-browser-way.js';
import {sessionOf} from '../http/acting-user.js';
import {pageHeaders, renderPage} from '../page/render-page.js';
import {describeNoBrowserWay} from './describe-browser-way.js';

export interface JoinInBrowserRouteDeps {
  getBrowserWay: GetBrowserWay;
  chat: Pick<Chat, 'user'>;
  logger: Logger;
  texts: Texts;
  /** Mattermost's address. */
  siteUrl: string;
  settings: {allowInsecureAddresses: boolean};
}

/** A card, as its post links here; or the stream URL of somebody who has to sign in first. */
const intoSchema = z.union([
  z
    .object({card: z.string().regex(/^[0-9a-z]{26,32}$/), number: z.string().regex(/^\d{1,15}$/)})
    .transform(({card, number}) => ({cardId: card, number})),
  z.object({pass: z.string().regex(/^[\w-]{43}$/)}).transform(({pass}) => ({streamToken: pass})),
]) satisfies z.ZodType<WayFor>;

const STATUS = {'switched-off': 404, 'no-access': 403, ended: 410} as const;

/**
 * `GET /join-in-browser`, on Mattermost's own address: leads whoever is signed in there on to the join page, with a
 * ticket of their own. Whoever is not comes back here from the login, by a page of our web app: Mattermost's login
 * leads to pages of its own alone. Nothing is changed by it, wherever the request comes from.
 */
export function joinInBrowserRoute(deps: JoinInBrowserRouteDeps): RequestHandler {
  const headers = pageHeaders({allowInsecure: deps.settings.allowInsecureAddresses});
  return async (request, response) => {
    response.set(headers);
    const {data: into} = intoSchema.safeParse(request.query);
    if (into === undefined) return refuse(deps, request, response.status(400), 'browser.unknown');
    const userId = sessionOf(request);
    if (userId === undefined) return response.redirect(303, `${deps.siteUrl}${loginFor(into)}`);
    try {
      await lead(deps, request, response, {userId, into});
    } catch (error) {
      if (!isPortError(error)) throw error;
      // The log has named the record already.
      const isUnreadable = hasCode(error, 'record-unreadable');
      if (!isUnreadable) deps.logger.error('Nobody could be led to the join page', {error: error.message});
      refuse(deps, request, response.status(503), isUnreadable ? 'store.unreadable' : 'browser.notNow');
    }
  };
}

/** Of our web app, below Mattermost's. */
function loginFor(into: WayFor): string {
  const query = new URLSearchParams(
    'streamToken' in into ? {pass: into.streamToken} : {card: into.cardId, number: into.number},
  );
  const back = `/plug/zoom${JOIN_IN_BROWSER_PATH}?${query.toString()}`;
  return `/login?redirect_to=${encodeURIComponent(back)}`;
}

async function lead(
  deps: JoinInBrowserRouteDeps,
  request: Request,
  response: Response,
  {userId, into}: {userId: string; into: WayFor},
): Promise<void> {
  const outcome = await deps.getBrowserWay({userId, into});
  if (outcome.kind === 'way' || outcome.kind === 'registration') return response.redirect(303, outcome.url);
  const user = await deps.chat.user(userId);
  const language = user?.locale || languageOf(request);
  const translate = deps.texts(language);
  const text = describeNoBrowserWay(outcome, translate);
  send(response.status(STATUS[outcome.kind]), language, {title: translate('browser.title'), text});
}

function refuse({texts}: JoinInBrowserRouteDeps, request: Request, response: Response, text: TextKey): void {
  const language = languageOf(request);
  const translate = texts(language);
  send(response, language, {title: translate('browser.title'), text: translate(text)});
}

const languageOf = (request: Request): string => request.acceptsLanguages()[0] ?? '';

const send = (response: Response, language: string, words: {title: string; text: string}): void =>
  void response.type('html').send(renderPage({language: language || 'en', ...words}));
