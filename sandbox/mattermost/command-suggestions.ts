import type {CommandRecord, SlashCommandRecord} from './records.js';

/** One line under the box in which somebody types (`model.AutocompleteSuggestion`). */
export interface Suggestion {
  Complete: string;
  Suggestion: string;
  Hint: string;
  Description: string;
}

/** Asks the plugin for a list, as the person who types. */
export type FetchList = (path: string) => Promise<unknown>;

interface Item {
  Item: string;
  Hint: string;
  HelpText: string;
}

interface Tree {
  Hint?: string;
  HelpText?: string;
  Arguments?: readonly {Type?: string; Data?: unknown}[];
}

/**
 * What Mattermost suggests for what was typed behind the slash (`app.GetSuggestions`), as far as the product needs it:
 * a word before the first blank, then one list that is asked for.
 */
export async function suggestCommands(
  commands: readonly (CommandRecord | SlashCommandRecord)[],
  typed: string,
  fetchList: FetchList,
): Promise<readonly Suggestion[]> {
  const blank = typed.indexOf(' ');
  const offered = commands.filter(({auto_complete: isOffered}) => isOffered);
  if (blank === -1) {
    return offered
      .filter(({trigger}) => trigger.startsWith(typed.toLowerCase()))
      .map((command) => ({Complete: command.trigger, Suggestion: command.trigger, ...described(command)}));
  }
  const command = offered.find(({trigger}) => trigger === typed.slice(0, blank).toLowerCase());
  const path = listPath(command);
  if (path === undefined) return [];
  const items = await fetchList(path);
  return Array.isArray(items)
    ? matching(items as Item[], typed.slice(0, blank + 1), typed.slice(blank + 1))
    : [];
}

const treeOf = (command: CommandRecord | SlashCommandRecord | undefined): Tree =>
  command !== undefined && 'autocomplete_data' in command ? (command.autocomplete_data ?? {}) : {};

function described(command: CommandRecord | SlashCommandRecord): {Hint: string; Description: string} {
  const {Hint = command.auto_complete_hint, HelpText = command.auto_complete_desc} = treeOf(command);
  return {Hint, Description: HelpText};
}

/** Below the plugin's own routes, as it named it. */
function listPath(command: CommandRecord | SlashCommandRecord | undefined): string | undefined {
  const [argument] = treeOf(command).Arguments ?? [];
  const {FetchURL: path} = (argument?.Data ?? {}) as {FetchURL?: unknown};
  return argument?.Type === 'DynamicList' && typeof path === 'string' ? path : undefined;
}

/** Nothing once there is a whole word and a blank: the list is done, and no argument follows. */
function matching(items: readonly Item[], parsed: string, typed: string): readonly Suggestion[] {
  const rest = typed.toLowerCase();
  return items
    .filter(({Item: word}) => word.toLowerCase().startsWith(rest))
    .map(({Item: word, Hint, HelpText}) => ({
      Complete: `${parsed}${word}`,
      Suggestion: word,
      Hint,
      Description: HelpText,
    }));
}
