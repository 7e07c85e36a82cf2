import {errors, jwtVerify} from 'jose';
import * as z from 'zod';
import type {Clock} from '../environment.js';
import type {SimulatedAccount} from '../state/records.js';
import type {SdkErrorName} from './sdk-errors.js';

/** In seconds. https://developers.zoom.us/docs/meeting-sdk/auth/ */
const SHORTEST = 1_800;
const LONGEST = 172_800;

const claims = z.object({
  appKey: z.string(),
  mn: z.union([z.string(), z.number()]),
  role: z.number(),
  iat: z.int(),
  exp: z.int(),
  tokenExp: z.int(),
});

export type SignatureClaims = z.infer<typeof claims>;

/** What a signature says, as strictly as Zoom reads it; else the error. */
export async function readSignature(
  signature: string,
  account: SimulatedAccount,
  clock: Clock,
): Promise<SignatureClaims | SdkErrorName> {
  const secret = Buffer.from(account.sdkClientSecret);
  try {
    const currentDate = new Date(clock.now());
    const {payload} = await jwtVerify(signature, secret, {algorithms: ['HS256'], currentDate});
    const read = claims.safeParse(payload);
    return read.success ? judge(read.data, account, currentDate.getTime() / 1000) : 'SIGNATURE_INVALID';
  } catch (error) {
    return error instanceof errors.JWTExpired ? 'SIGNATURE_EXPIRED' : 'SIGNATURE_INVALID';
  }
}

function judge(
  read: SignatureClaims,
  {sdkClientId}: SimulatedAccount,
  now: number,
): SignatureClaims | SdkErrorName {
  const {appKey, role, iat, exp, tokenExp} = read;
  const isLongEnough = (end: number): boolean => end - iat >= SHORTEST && end - iat <= LONGEST;
  if (appKey !== sdkClientId) return 'API_KEY_INVALID';
  if (role !== 0 && role !== 1) return 'ROLE_ERROR';
  if (iat > now || !isLongEnough(exp) || !isLongEnough(tokenExp)) return 'SIGNATURE_INVALID';
  return read;
}
