/** A readable id in the form that Mattermost asks for: 26 lower-case letters and digits. */
export function mattermostId(name: string): string {
  if (!/^[a-z0-9]{1,26}$/.test(name)) throw new Error(`${name} cannot become an id`);
  return name.padEnd(26, '0');
}
