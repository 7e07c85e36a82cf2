import type {ChatUser} from '../../server/core/ports/chat.js';
import {mattermostId} from './mattermost-id.js';

/** Somebody who may start meetings, but for what `changes` says. */
export function createPerson(username: string, changes: Partial<ChatUser> = {}): ChatUser {
  return {
    id: mattermostId(username),
    username,
    nickname: '',
    firstName: '',
    lastName: '',
    email: `${username}@example.org`,
    emailVerified: true,
    authService: '',
    locale: 'en',
    timezone: 'Europe/Berlin',
    isGuest: false,
    isBot: false,
    isSystemAdmin: false,
    hasFurtherRoles: false,
    isDeactivated: false,
    isRemote: false,
    ...changes,
  };
}

export const ana = createPerson('ana', {firstName: 'Ana', lastName: 'Silva'});
export const ben = createPerson('ben', {nickname: 'Ben'});
export const admin = createPerson('root', {isSystemAdmin: true, hasFurtherRoles: true});
