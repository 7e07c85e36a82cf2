import type {RequestHandler} from 'express';
import * as z from 'zod';
import type {PairingClaim, PairingToken} from '../../../contract/pairing.js';
import type {Pairings} from '../../core/ports/pairings.js';
import {jsonRoute, type JsonRouteDeps} from './json-route.js';

const bodySchema = z.object({pairing: z.string().max(200)}) satisfies z.ZodType<PairingClaim>;

export interface ClaimPairingDeps extends JsonRouteDeps {
  pairings: Pick<Pairings, 'claim'>;
}

/** `POST /api/v1/pairings/claim`: the browser's token, once its person has typed the code. */
export const claimPairing = (deps: ClaimPairingDeps): RequestHandler =>
  jsonRoute(bodySchema, deps, async ({body, reader}) => {
    const outcome = await deps.pairings.claim(body.pairing);
    if (outcome === 'waiting') return {status: 202, json: {}};
    if (outcome !== 'gone') return {json: outcome satisfies PairingToken};
    const {translate} = await reader();
    return {code: 'pairing_gone', message: translate('pair.unknown')};
  });
