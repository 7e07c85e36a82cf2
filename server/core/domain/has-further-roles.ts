/** Whether there is a system role besides that of every user. Guests have one of their own. */
export const hasFurtherRoles = (roles: readonly string[]): boolean =>
  roles.some((role) => role !== '' && role !== 'system_user' && role !== 'system_guest');
