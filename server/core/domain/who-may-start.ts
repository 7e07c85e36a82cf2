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

export type StarterRefusal =
  'guest' | 'bot' | 'deactivated' | 'remote' | 'email-missing' | 'email-unconfirmed';

/** Sign-in services that own the address themselves. GitLab's may be unconfirmed. */
const SERVICES_THAT_OWN_ADDRESSES = ['ldap', 'saml', 'openid', 'google', 'office365'];

/** Whether this person's address may speak for a Zoom user. `undefined`: it may. */
export function starterRefusal(user: Starter, trustUnverifiedEmails: boolean): StarterRefusal | undefined {
  if (user.isBot) return 'bot';
  if (user.isRemote) return 'remote';
  if (user.isDeactivated) return 'deactivated';
  if (user.isGuest) return 'guest';
  if (readEmail(user.email) === undefined) return 'email-missing';
  return trustUnverifiedEmails || isEmailConfirmed(user) ? undefined : 'email-unconfirmed';
}

function isEmailConfirmed(user: Starter): boolean {
  if (SERVICES_THAT_OWN_ADDRESSES.includes(user.authService)) return true;
  return user.authService === '' && user.emailVerified;
}
