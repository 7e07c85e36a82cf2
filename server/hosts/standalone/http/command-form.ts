import * as z from 'zod';

const id = z.string().regex(/^[a-z0-9]{26}$/);

/** What Mattermost posts when somebody types a custom slash command. */
const schema = z.object({
  token: z.string().min(1),
  team_id: id,
  channel_id: id,
  channel_name: z.string().default(''),
  user_id: id,
  command: z.string(),
  text: z.string().default(''),
  root_id: z.union([id, z.literal('')]).default(''),
  response_url: z.string().default(''),
});

export type CommandForm = z.infer<typeof schema>;

/** `undefined`: it is not such a form. */
export function readCommandForm(body: Buffer): CommandForm | undefined {
  const {success, data} = schema.safeParse(Object.fromEntries(new URLSearchParams(body.toString())));
  return success ? data : undefined;
}

/** Direct messages are named by two ids, group messages by a hash; nobody can give such names to a channel. */
export const isDirectName = (name: string): boolean =>
  /^[a-z0-9]{26}__[a-z0-9]{26}$|^[0-9a-f]{40}$/.test(name);

/**
 * Where the command can be answered later, below the Site URL; '' when the address leads anywhere but to Mattermost: it
 * depends on a header that the client sends.
 */
export function responsePath(responseUrl: string, sites: readonly string[]): string {
  const site = sites.find((base) => base !== '' && responseUrl.startsWith(`${base}/hooks/commands/`));
  const path = site === undefined ? '' : responseUrl.slice(site.length);
  return /^\/hooks\/commands\/[a-z0-9]{26}$/.test(path) ? path : '';
}
