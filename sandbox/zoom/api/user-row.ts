import {displayName} from '../state/add-user.js';
import type {SimulatedUser} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';

/** What REST shows of a user, in a list and alone. */
export const userRow = (user: SimulatedUser): Record<string, unknown> => ({
  id: user.id,
  email: user.email,
  first_name: user.firstName,
  last_name: user.lastName,
  display_name: displayName(user),
  type: user.type,
  pmi: user.hasPersonalRoom ? user.pmi : 0,
  timezone: user.timezone,
  verified: user.verified,
  dept: user.dept,
  language: 'en-US',
  status: user.status,
  created_at: zoomTime(user.createdAt),
});
