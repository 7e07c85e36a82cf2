import type {createCommandLine} from '../commands.js';
import type {State} from '../state.js';
import {bodyFields, type RestRoute, textField} from './call.js';
import {RestError} from './rest-error.js';

/** Slash commands as a client sends them. */
export function commandRoutes(
  state: State,
  runLine: ReturnType<typeof createCommandLine>,
): readonly RestRoute[] {
  return [
    {method: 'get', path: '/commands', run: () => [...state.commands.values()]},
    {
      method: 'post',
      path: '/commands/execute',
      run: async ({user, body}) => {
        const text = textField(body, 'command');
        const {root_id: rootId} = bodyFields(body);
        const response = await runLine({
          userId: user.id,
          channelId: textField(body, 'channel_id'),
          text,
          ...(typeof rootId === 'string' && {rootId}),
        });
        if (response === undefined) {
          const trigger = text.split(' ')[0];
          throw new RestError(
            404,
            'api.command.execute_command.not_found.app_error',
            `Command ${trigger} was not found.`,
          );
        }
        return {
          trigger_id: '',
          goto_location: response.GotoLocation ?? '',
          response_type: response.ResponseType ?? '',
        };
      },
    },
  ];
}
