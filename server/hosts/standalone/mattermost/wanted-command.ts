import type {Command} from '@mattermost/types/integrations';
import type {CommandDefinition} from '../../../core/ports/host.js';

/**
 * The command as it should be in a team. The words are completed by the server for plugins alone: here they stand in
 * the hint.
 *
 * @param url where Mattermost sends what people type
 */
export function wantedCommand(
  {trigger, description, subcommands}: CommandDefinition,
  teamId: string,
  url: string,
): Command {
  const words = subcommands.map(({name, hint}) => (hint === '' ? name : `${name} ${hint}`));
  return {
    team_id: teamId,
    trigger,
    method: 'P',
    url,
    auto_complete: true,
    auto_complete_desc: description,
    auto_complete_hint: words.join(' | '),
    display_name: 'Zoom',
    description: description.slice(0, 128),
    username: 'zoom',
  } as Command;
}

const COMPARED = ['url', 'method', 'auto_complete', 'auto_complete_desc', 'auto_complete_hint'] as const;

export const isAsWanted = (existing: Command, wanted: Command): boolean =>
  COMPARED.every((field) => existing[field] === wanted[field]);
