import type {Consenter} from './connect-attempt.js';
import type {ConnectRefusal} from './connect-refusal.js';
import {personRefusal} from './who-may-start.js';

interface Person {
  isGuest: boolean;
  isBot: boolean;
  isDeactivated: boolean;
  isRemote: boolean;
  isSystemAdmin: boolean;
}

/** Who may connect for themselves, or for everybody. Asked anew at each step. `undefined`: they may. */
export function judgeConsenter(user: Person | undefined, consent: Consenter): ConnectRefusal | undefined {
  const because = user === undefined ? 'deactivated' : personRefusal(user);
  if (because !== undefined) return {kind: 'not-allowed', because};
  return consent === 'person' || user?.isSystemAdmin === true ? undefined : {kind: 'not-admin'};
}
