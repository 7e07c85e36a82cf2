import type {UserProfile} from '@mattermost/types/users';

/** The account that the service uses. */
export interface Bot {
  id: string;
  username: string;
  /** A system administrator may write, and change what it wrote, in channels that it is not in. */
  isAdmin: boolean;
}

export const toBot = ({id, username, roles}: Pick<UserProfile, 'id' | 'username' | 'roles'>): Bot => ({
  id,
  username,
  isAdmin: roles.split(' ').includes('system_admin'),
});
