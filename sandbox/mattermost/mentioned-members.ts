import {findTeamMember} from './permissions.js';
import type {State} from './state.js';

/**
 * Ids of the people of a team whose user names stand in a line behind an `@`: what a command is told beside its words.
 * Source: MentionsToTeamMembers in server/channels/app/mention.go
 */
export function mentionedMembers(state: State, teamId: string, text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = ''] of text.matchAll(/(?<!\S)@([a-z0-9._-]+)/gi)) {
    const mentioned = [...state.users.values()].find(({username}) => username === name.toLowerCase());
    if (mentioned === undefined || findTeamMember(state, teamId, mentioned.id) === undefined) continue;
    found.set(mentioned.username, mentioned.id);
  }
  return found;
}
