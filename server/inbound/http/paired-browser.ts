import type {Request, RequestHandler} from 'express';
import type {NotPaired} from '../../../contract/pairing.js';
import type {Problem} from '../../../contract/problem.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Pairings} from '../../core/ports/pairings.js';
import type {Texts} from '../../core/ports/texts.js';
import {personRefusal} from '../../core/domain/who-may-start.js';
import {REFUSED} from '../describe-start.js';
import {readerFor} from '../reader.js';
import {type ApiProblem, sendProblem} from './api-problem.js';
import {limitPerAddress} from './limit-per-address.js';

/** Codes for one address: as many as a company behind it needs in a bad minute, and no more. */
const CODES_A_MINUTE = 60;

interface PairedBrowserDeps {
  pairings: Pairings;
  chat: Pick<Chat, 'user'>;
  clock: Clock;
  texts: Texts;
}

/**
 * Lets a browser through that is paired with a person, and says who that is as Mattermost would for a session. Any
 * other gets a code for its person to type, and a secret to come back with. What strangers ask for is limited by
 * address, so that nobody keeps others from being paired.
 */
export function pairedBrowser({pairings, chat, clock, texts}: PairedBrowserDeps): RequestHandler {
  const limit = limitPerAddress({clock, aMinute: CODES_A_MINUTE});
  return async (request, response, next) => {
    const token = bearerOf(request);
    const userId = await pairings.userOf(token);
    const person = userId ?? (await pairings.formerUserOf(token));
    const refusal = person && (await refusalOf({pairings, chat, texts}, person));
    if (refusal) return sendProblem(response, refusal);
    if (userId !== undefined) {
      request.headers['mattermost-user-id'] = userId;
      return next();
    }
    const translate = texts(request.acceptsLanguages()[0] ?? '');
    const seconds = limit.spend(request);
    if (seconds !== undefined) {
      const message = translate('pair.tooMany', {seconds});
      sendProblem(response, {code: 'rate_limited', message, retryAfter: seconds});
      return;
    }
    const {code, secret} = await pairings.open();
    const message = translate('pair.type', {code});
    sendProblem(response, {
      code: 'not_paired',
      message,
      more: {pairing: secret} satisfies Omit<NotPaired, keyof Problem>,
    });
  };
}

/** What a browser's person may no longer do, its browser may not either. A pairing ends with its person's account. */
async function refusalOf(
  {pairings, chat, texts}: Pick<PairedBrowserDeps, 'pairings' | 'chat' | 'texts'>,
  userId: string,
): Promise<ApiProblem | undefined> {
  const user = await chat.user(userId);
  const reason = user === undefined ? 'deactivated' : personRefusal(user);
  if (reason === undefined) return undefined;
  if (reason === 'deactivated') await pairings.end(userId);
  const {translate} = readerFor(texts, user);
  return {code: 'restricted', message: translate(REFUSED[reason])};
}

const bearerOf = (request: Request): string =>
  /^Bearer (\S+)$/.exec(request.get('Authorization') ?? '')?.[1] ?? '';
