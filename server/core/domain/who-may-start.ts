import {readEmail} from './email.js';

interface Starter {
  email: string;
  emailVerified: boolean;
  authService: string;
  isGuest: boolean;
  isBot: boolean;
  isDeactivated: boolean;
  isRemote: boolean;
}

/** Why somebody may not act here at all, whatever their address is. */
export type PersonRefusal = 'guest' | 'bot' | 'deactivated' | 'remote';

export type StarterRefusal = PersonRefusal | 'email-missing' | 'email-unconfirmed';

/** Sign-in services that own the address themselves. GitLab's may be unconfirmed. */
const SERVICES_THAT_OWN_ADDRESSES = ['ldap', 'saml', 'openid', 'google', 'office365'];

/** `undefined`: they may. */
export function personRefusal(
  user: Pick<Starter, 'isGuest' | 'isBot' | 'isDeactivated' | 'isRemote'>,
): PersonRefusal | undefined {
  if (user.isBot) return 'bot';
  if (user.isRemote) return 'remote';
  if (user.isDeactivated) return 'deactivated';
  return user.isGuest ? 'guest' : undefined;
}

/** Whether this person's address may speak for a Zoom user. `undefined`: it may. */
export function starterRefusal(user: Starter, trustUnverifiedEmails: boolean): StarterRefusal | undefined {
  const refusal = personRefusal(user);
  if (refusal !== undefined) return refusal;
  if (readEmail(user.email) === undefined) return 'email-missing';
  return trustUnverifiedEmails || isEmailConfirmed(user) ? undefined : 'email-unconfirmed';
}

function isEmailConfirmed(user: Starter): boolean {
  if (SERVICES_THAT_OWN_ADDRESSES.includes(user.authService)) return true;
  return user.authService === '' && user.emailVerified;
}
