import type {Request, RequestHandler, Response} from 'express';
import type {ConnectRefusal} from '../../core/domain/connect-refusal.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import {hasCode, isPortError} from '../../core/ports/port-error.js';
import type {Texts, Translate} from '../../core/ports/texts.js';
import {secondsUntil} from '../http/start-problem.js';
import {pageHeaders, type PageWords, renderPage} from '../page/render-page.js';
import {describeRefusal} from './describe-refusal.js';

export interface ConnectPagesDeps {
  chat: Pick<Chat, 'user'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  texts: Texts;
  settings: {allowInsecureAddresses: boolean};
  redirectUri: string;
}

/** Answers with pages, in the words of whoever is known to be there. */
export interface ConnectPage {
  translate: Translate;
  show: (words: Omit<PageWords, 'language'>) => void;
  refuse: (refusal: ConnectRefusal) => void;
}

/** `reader`: whose words the page speaks, where that is known. */
type Answer = (
  request: Request,
  response: Response,
  page: (reader?: string) => Promise<ConnectPage>,
) => Promise<void>;

/** A route that answers with pages. While the store or Mattermost fails, the page says so. */
export function connectPage(deps: ConnectPagesDeps, answer: Answer): RequestHandler {
  const headers = pageHeaders({allowInsecure: deps.settings.allowInsecureAddresses});
  return async (request, response) => {
    response.set(headers);
    try {
      await answer(request, response, async (reader) =>
        pageFor(deps, response, await wordsOf(deps, request, reader)),
      );
    } catch (error) {
      if (!isPortError(error)) throw error;
      // The log has named the record already.
      const isUnreadable = hasCode(error, 'record-unreadable');
      if (!isUnreadable) deps.logger.error('A page for connecting to Zoom failed', {error: error.message});
      const {translate, show} = pageFor(deps, response.status(503), wordsOfBrowser(request));
      const text = translate(isUnreadable ? 'store.unreadable' : 'connect.notNow');
      show({title: translate('connect.notNow.title'), text});
    }
  };
}

interface Words {
  language: string;
  /** IANA name; `undefined`: it is not known. */
  timezone: string | undefined;
}

const wordsOfBrowser = (request: Request): Words => ({
  language: request.acceptsLanguages()[0] ?? '',
  timezone: undefined,
});

async function wordsOf(
  {chat}: ConnectPagesDeps,
  request: Request,
  reader: string | undefined,
): Promise<Words> {
  const user = reader === undefined ? undefined : await chat.user(reader);
  if (user === undefined) return wordsOfBrowser(request);
  return {language: user.locale, timezone: user.timezone || undefined};
}

function pageFor(
  {texts, clock, redirectUri}: ConnectPagesDeps,
  response: Response,
  {language, timezone}: Words,
): ConnectPage {
  const translate = texts(language, timezone);
  const show: ConnectPage['show'] = (words) => {
    response.type('html').send(renderPage({language: language || 'en', ...words}));
  };
  return {
    translate,
    show,
    refuse(refusal) {
      const {status, title, text, checks} = describeRefusal(refusal, {translate, redirectUri});
      if (refusal.kind === 'too-many') {
        response.set('Retry-After', String(secondsUntil(refusal.nextAt, clock.now())));
      }
      response.status(status);
      const points = {title: translate('connect.check.title'), items: checks};
      show({title, text, ...(checks.length > 0 && {points})});
    },
  };
}
