import type {UserProfile} from '@mattermost/types/users';

/** The account that the service speaks as. */
export interface Bot {
  id: string;
  /** A system administrator may write, and change what it wrote, in channels that it is not in. */
  isAdmin: boolean;
}

export const toBot = ({id, roles}: Pick<UserProfile, 'id' | 'roles'>): Bot => ({
  id,
  isAdmin: roles.split(' ').includes('system_admin'),
});
