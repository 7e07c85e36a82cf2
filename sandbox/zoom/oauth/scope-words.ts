/** As Zoom words them for the person who is asked, by the scope without `:admin`. */
const WORDS: Readonly<Record<string, string>> = {
  'user:read:user': 'View a user',
  'meeting:write:meeting': 'Create a meeting for a user',
  'meeting:read:meeting': 'View a meeting',
  'meeting:read:list_meetings': 'View a user’s meetings',
  'meeting:read:past_meeting': 'View a past meeting',
  'meeting:update:meeting': 'Update a meeting',
  'meeting:delete:meeting': 'Delete a meeting',
  'meeting:update:status': 'Update a meeting’s status',
};

/** A scope that has no words is shown as it is. */
export function scopeInWords(scope: string): string {
  const own = scope.replace(/:admin$/, '');
  const words = WORDS[own] ?? own;
  return scope === own ? words : `${words}, for everybody in the account`;
}
