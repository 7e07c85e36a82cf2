import {type Asked, type CommandAnswer, showAnswer} from './command-answer.js';
import {invalid, notFound} from './refusals.js';
import {newId, type State} from './state.js';

const livesMs = 30 * 60 * 1000;
const mostUses = 5;

/** The `response_url` of each command that was sent. */
export interface CommandHooks {
  /** Returns the last part of its path. */
  open(commandId: string, asked: Asked): string;
  /** @throws ApiError 404 for an unknown one and after 30 minutes, 400 after five answers */
  answer(hookId: string, answer: CommandAnswer): void;
}

interface Hook {
  commandId: string;
  asked: Asked;
  openedAt: number;
  uses: number;
}

export function createCommandHooks(state: State): CommandHooks {
  const hooks = new Map<string, Hook>();
  return {
    open: (commandId, asked) => {
      const id = newId();
      hooks.set(id, {commandId, asked, openedAt: state.now(), uses: 0});
      return id;
    },
    answer: (hookId, answer) => {
      const hook = hooks.get(hookId);
      const command = state.slashCommands.get(hook?.commandId ?? '');
      if (hook === undefined || command === undefined || state.now() - hook.openedAt > livesMs) {
        throw notFound('app.command_webhook.get.missing', 'command webhook');
      }
      if (hook.uses >= mostUses) {
        throw invalid('app.command_webhook.try_use.invalid', 'Invalid webhook.');
      }
      hook.uses += 1;
      showAnswer(state, hook.asked, answer, command);
    },
  };
}
