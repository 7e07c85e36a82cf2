import {readEmail} from './email.js';

interface FoundZoomUser {
  email?: string;
  status?: string;
  accountId?: string;
}

export type ZoomUserMismatch = 'other-email' | 'not-active' | 'other-account';

/**
 * Whether the user that Zoom found is the person we asked for. A field that is missing in the answer does not lead to a
 * refusal. Zoom's `verified` says nothing here: paid users in daily use have 0, and who belongs to the account is for
 * its administrator to know.
 */
export function zoomUserMismatch(
  found: FoundZoomUser,
  asked: {email: string; accountId: string | undefined},
): ZoomUserMismatch | undefined {
  if (found.email !== undefined && readEmail(found.email) !== asked.email) return 'other-email';
  if (found.status !== undefined && found.status !== 'active') return 'not-active';
  if (found.accountId !== undefined && asked.accountId !== undefined && found.accountId !== asked.accountId) {
    return 'other-account';
  }
  return undefined;
}
