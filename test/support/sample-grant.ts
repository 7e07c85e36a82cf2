import type {Grant} from '../../server/core/domain/grant.js';
import {SecretText} from '../../server/core/domain/secret-text.js';
import {OPENED_AT} from './sample-card.js';

/** A person's consent, an hour before its token ends. */
export const sampleGrant = (userId: string, zoomUserId: string): Omit<Grant, 'revision'> => ({
  owner: {kind: 'person', userId},
  by: userId,
  since: OPENED_AT,
  identity: {zoomUserId, email: `${zoomUserId}@example.org`, accountId: 'account-1'},
  tokens: {
    access: new SecretText(`access of ${zoomUserId}`),
    refresh: new SecretText(`refresh of ${zoomUserId}`),
    goodUntil: OPENED_AT + 3_600_000,
    scopes: ['user:read:user', 'meeting:write:meeting', 'meeting:read:meeting', 'meeting:read:past_meeting'],
  },
});
