import * as z from 'zod';
import {MATTERMOST_ID} from '../../../../contract/mattermost-id.js';

const id = z.string().regex(MATTERMOST_ID);

/** Below it Mattermost takes further answers to a command. */
const HOOKS = '/hooks/commands/';

/** What Mattermost posts when somebody types a custom slash command. */
const schema = z.object({
  token: z.string().min(1),
  team_id: id,
  channel_id: id,
  user_id: id,
  command: z.string(),
  text: z.string().default(''),
  root_id: z.union([id, z.literal('')]).default(''),
  response_url: z.string().default(''),
});

export interface CommandForm extends z.infer<typeof schema> {
  /** Ids by user name. */
  mentions: ReadonlyMap<string, string>;
}

/** `undefined`: it is not such a form. */
export function readCommandForm(body: Buffer): CommandForm | undefined {
  const fields = new URLSearchParams(body.toString());
  const {data} = schema.safeParse(Object.fromEntries(fields));
  return data && {...data, mentions: mentionsIn(fields)};
}

/** Two lists side by side: names, and the ids that Mattermost found for them in the team. */
function mentionsIn(fields: URLSearchParams): ReadonlyMap<string, string> {
  const ids = fields.getAll('user_mentions_ids');
  const named = fields.getAll('user_mentions').map((name, index) => [name, ids[index] ?? ''] as const);
  return new Map(named.filter(([, found]) => id.safeParse(found).success));
}

/**
 * Where the command can be answered later, below the Site URL; `undefined` when the address leads anywhere but to
 * Mattermost: it depends on a header that the client sends.
 */
export function responsePath(responseUrl: string, sites: readonly string[]): string | undefined {
  const site = sites.find((base) => base !== '' && responseUrl.startsWith(`${base}${HOOKS}`));
  const id = site === undefined ? '' : responseUrl.slice(site.length + HOOKS.length);
  return MATTERMOST_ID.test(id) ? `${HOOKS}${id}` : undefined;
}
