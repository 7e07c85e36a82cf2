import type {UserProfile} from '@mattermost/types/users';
import type {KnownBot} from '../../../core/ports/service-records.js';

/** The name of the account that `init` makes. */
export const BOT_NAME = 'zoom';

/** The account that the service uses. */
export type Bot = KnownBot;

export const toBot = ({id, username, roles}: Pick<UserProfile, 'id' | 'username' | 'roles'>): Bot => ({
  id,
  username,
  isAdmin: roles.split(' ').includes('system_admin'),
});
