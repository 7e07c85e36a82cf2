import type {Request, RequestHandler} from 'express';
import type {NotPaired} from '../../../contract/pairing.js';
import type {Problem} from '../../../contract/problem.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Pairings} from '../../core/ports/pairings.js';
import type {Texts} from '../../core/ports/texts.js';
import {sendProblem} from './api-problem.js';

/** Codes for strangers: as many as a company needs in a bad minute, and no more. */
const CODES_A_MINUTE = 60;

interface PairedBrowserDeps {
  pairings: Pairings;
  clock: Clock;
  texts: Texts;
}

/**
 * Lets a browser through that is paired with a person, and says who that is as Mattermost would for a session. Any
 * other gets a code for its person to type, and a secret to come back with.
 */
export function pairedBrowser({pairings, clock, texts}: PairedBrowserDeps): RequestHandler {
  let given: number[] = [];
  const mayGive = (): boolean => {
    given = given.filter((at) => at + 60_000 > clock.now());
    return given.length < CODES_A_MINUTE;
  };
  return async (request, response, next) => {
    const userId = await pairings.userOf(bearerOf(request));
    if (userId !== undefined) {
      request.headers['mattermost-user-id'] = userId;
      return next();
    }
    if (!mayGive()) {
      response.status(429).set('Retry-After', '60').end();
      return;
    }
    given.push(clock.now());
    const {code, secret} = await pairings.open();
    const translate = texts(request.acceptsLanguages()[0] ?? '');
    const message = translate('pair.type', {code});
    sendProblem(response, {
      code: 'not_paired',
      message,
      more: {pairing: secret} satisfies Omit<NotPaired, keyof Problem>,
    });
  };
}

const bearerOf = (request: Request): string =>
  /^Bearer (\S+)$/.exec(request.get('Authorization') ?? '')?.[1] ?? '';
