import {readEmail} from './email.js';

interface FoundZoomUser {
  email?: string;
  status?: string;
  verified?: number;
  accountId?: string;
}

export type ZoomUserMismatch = 'other-email' | 'not-active' | 'not-verified' | 'other-account';

/**
 * Whether the user that Zoom found is the person we asked for. A field that is missing in the answer does not lead to a
 * refusal.
 */
export function zoomUserMismatch(
  found: FoundZoomUser,
  asked: {email: string; accountId: string | undefined},
): ZoomUserMismatch | undefined {
  if (found.email !== undefined && readEmail(found.email) !== asked.email) return 'other-email';
  if (found.status !== undefined && found.status !== 'active') return 'not-active';
  if (found.verified === 0) return 'not-verified';
  if (found.accountId !== undefined && asked.accountId !== undefined && found.accountId !== asked.accountId) {
    return 'other-account';
  }
  return undefined;
}
