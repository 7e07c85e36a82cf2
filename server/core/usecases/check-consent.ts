import type {Grant, GrantEnd, GrantOwner} from '../domain/grant.js';
import {judgeTrouble, troubleValues} from '../domain/judge-sign-in.js';
import {setupCheck, type SetupCheck} from '../domain/setup-check.js';
import type {Chat} from '../ports/chat.js';
import type {Grants} from '../ports/grants.js';
import type {Logger} from '../ports/logger.js';
import {isChatError} from '../ports/port-error.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import {type Answer, askZoomOrStore} from './ask-zoom-or-store.js';
import {BASIC} from './judge-address.js';

/** A consent that counts, or the line of the test that says why there is none. */
export type Consent = {kind: 'good'; grant: Grant} | {kind: 'none'; line: SetupCheck};

/** Looks up in our own records whether somebody has consented; Zoom is not asked. */
export async function findConsent(
  grants: Pick<Grants, 'find'>,
  logger: Logger,
  owner: GrantOwner,
): Promise<Consent> {
  const found = await askZoomOrStore(logger, grants.find(owner));
  if (found.kind !== 'answer') return {kind: 'none', line: setupCheck(lineOf(owner.kind), 'untested.store')};
  const state = found.value;
  if (state.kind === 'good') return state;
  return {kind: 'none', line: notConnected(owner.kind, state.kind === 'none' ? 'never' : state.because)};
}

/** The line of a consent that does not count. */
export function notConnected(who: GrantOwner['kind'], because: 'never' | GrantEnd): SetupCheck {
  const problem = {kind: 'not-connected', who, because} as const;
  return setupCheck(lineOf(who), judgeTrouble(problem), troubleValues(problem));
}

const lineOf = (who: GrantOwner['kind']): 'account' | 'you' => (who === 'account' ? 'account' : 'you');

/** Who has connected the server for everybody. */
export async function connectedBy(chat: Pick<Chat, 'user'>, {by, since}: Grant): Promise<SetupCheck> {
  const user = await chat.user(by).catch((error: unknown) => {
    if (isChatError(error)) return undefined;
    throw error;
  });
  const isKnown = user === undefined ? 'no' : 'yes';
  return setupCheck('account', 'account.connected', {isKnown, name: user?.username ?? '', since});
}

/** Whether Zoom still takes somebody's own consent, and as whom. `asked`: who they are there. */
export function judgeOwn({identity}: Grant, asked: Answer<ZoomUser | undefined>): SetupCheck {
  switch (asked.kind) {
    case 'store':
      return setupCheck('you', 'untested.store');
    case 'trouble': {
      const {problem} = asked;
      if (problem.kind === 'unauthorized') return notConnected('person', 'revoked');
      return setupCheck('you', judgeTrouble(problem), troubleValues(problem));
    }
    case 'answer': {
      const email = asked.value?.email ?? identity.email ?? identity.zoomUserId;
      return setupCheck('you', asked.value?.type === BASIC ? 'you.connectedBasic' : 'you.connected', {email});
    }
  }
}
