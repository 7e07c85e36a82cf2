import {readEmail} from '../domain/email.js';
import type {Finding} from '../domain/findings.js';
import {judgeTrouble, troubleValues} from '../domain/judge-sign-in.js';
import type {Settings} from '../domain/settings.js';
import {setupCheck, type SetupCheck} from '../domain/setup-check.js';
import {starterRefusal} from '../domain/who-may-start.js';
import {zoomUserMismatch, type ZoomUserMismatch} from '../domain/zoom-user-match.js';
import type {ChatUser} from '../ports/chat.js';
import type {ZoomUser} from '../ports/zoom/endpoints/find-user.js';
import type {Answer} from './ask-zoom-or-store.js';

const MISMATCHES = {
  'other-email': 'you.otherEmail',
  'not-active': 'you.notActive',
  'other-account': 'you.otherAccount',
} as const satisfies Record<ZoomUserMismatch, Finding>;

/** Zoom's number of a Basic licence. */
export const BASIC = 1;

/**
 * Whether the person's own address is found in Zoom, by the rules of a start. `find` asks for the user with an address;
 * 'useless': Zoom does not accept the token that it has issued.
 */
export async function judgeAddress(
  settings: Settings,
  person: ChatUser,
  find: (email: string) => Promise<Answer<ZoomUser | undefined>>,
): Promise<SetupCheck | 'useless'> {
  const email = readEmail(person.email);
  if (email === undefined) return setupCheck('you', 'you.emailMissing');
  const you = (finding: Finding, values: SetupCheck['values'] = {}): SetupCheck =>
    setupCheck('you', finding, {...values, email});
  const found = await find(email);
  if (found.kind === 'store') return you('untested.store');
  if (found.kind === 'trouble') {
    const {problem} = found;
    if (problem.kind === 'unauthorized' || problem.kind === 'not-connected') return 'useless';
    return you(judgeTrouble(problem), troubleValues(problem));
  }
  const user = found.value;
  if (user === undefined) return you('you.notInZoom');
  const mismatch = zoomUserMismatch(user, {email, accountId: settings.accountId});
  if (mismatch !== undefined) return you(MISMATCHES[mismatch]);
  const isUnconfirmed = starterRefusal(person, settings.trustUnverifiedEmails) === 'email-unconfirmed';
  if (isUnconfirmed) return you('you.emailUnconfirmed');
  return you(user.type === BASIC ? 'you.basic' : 'you.found');
}
