import type {Request, RequestHandler} from 'express';
import * as z from 'zod';
import type {Clock} from '../../core/ports/clock.js';
import type {Pairings} from '../../core/ports/pairings.js';
import type {Texts} from '../../core/ports/texts.js';
import {parseJson} from '../../lib/parse-json.js';

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
    response.status(401).json({code: 'not_paired', message: translate('pair.type', {code}), pairing: secret});
  };
}

const bearerOf = (request: Request): string =>
  /^Bearer (\S+)$/.exec(request.get('Authorization') ?? '')?.[1] ?? '';

const claimSchema = z.object({pairing: z.string().max(200)});

/** `POST /api/v1/pairings/claim`: the browser's token, once its person has typed the code. */
export const claimPairing =
  ({pairings}: {pairings: Pairings}): RequestHandler =>
  async (request, response) => {
    const {success, data} = claimSchema.safeParse(parseJson(request.body as Buffer));
    const outcome = success ? await pairings.claim(data.pairing) : 'gone';
    if (outcome === 'waiting') response.status(202).json({});
    else if (outcome === 'gone') response.status(410).json({});
    else response.json(outcome);
  };
