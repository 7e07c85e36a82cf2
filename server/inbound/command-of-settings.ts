import type {CommandDefinition, Host} from '../core/ports/host.js';

/** The command as Mattermost knows it: what can be typed behind it depends on the settings. */
export function createCommandOfSettings({registerCommand, logger}: Pick<Host, 'registerCommand' | 'logger'>) {
  let known: string | undefined;
  const register = async (command: CommandDefinition): Promise<void> => {
    const text = JSON.stringify(command);
    if (text === known) return;
    await registerCommand(command);
    known = text;
  };
  return {
    /** Rejects where Mattermost does not take it. */
    begin: register,
    /** Does nothing before the beginning. Never rejects: the former one goes on. */
    async follow(command: CommandDefinition): Promise<void> {
      if (known === undefined) return;
      await register(command).catch((error: unknown) => {
        logger.warn('Mattermost still has the former words of the command', {error: String(error)});
      });
    },
  };
}
