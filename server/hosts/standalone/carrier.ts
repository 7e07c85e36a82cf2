import type {Application, Compose} from '../../core/ports/application.js';
import type {ServiceRecords} from '../../core/ports/service-records.js';
import type {Host} from '../../core/ports/host.js';
import {createHost, type HostParts} from './host.js';
import type {Bot} from './mattermost/bot.js';
import {listenToEvents} from './mattermost/events.js';
import type {MattermostAccess} from './mattermost/client.js';
import {readBot} from './mattermost/read-bot.js';
import type {BotWatch} from './mattermost/watch-bot.js';
import {watchConnection} from './mattermost/watch-connection.js';
import type {Registering} from './registering.js';

export interface CarrierParts extends Omit<HostParts, 'bot' | 'nodeId' | 'registerCommand' | 'records'> {
  records: HostParts['records'] & Pick<ServiceRecords, 'botAccount'>;
  access: MattermostAccess;
  compose: Compose;
  registering: Registering;
  botWatch: Pick<BotWatch, 'look'>;
  holdNodeId: (of: string) => Promise<string | undefined>;
}

/** The application on its host; `undefined` until Mattermost has said who the bot is. */
export interface Carrier {
  running(): {application: Application; bot: Bot} | undefined;
  start: () => Promise<void>;
  /** Mattermost lets the bot in again: what it told before counts no more, as it tells strangers less. */
  botIsBack: () => void;
  stop(drainMs: number): Promise<void>;
}

export function createCarrier(deps: CarrierParts): Carrier {
  const {access, compose, registering, botWatch, holdNodeId, ...parts} = deps;
  let running: {application: Application; bot: Bot} | undefined;
  let starting: Application | undefined;
  let nodeId: string | undefined;
  let endEvents = (): void => undefined;
  const websocket = watchConnection(parts);
  return {
    running: () => running,
    async start() {
      const {bot, isShutOut} = await readBot(parts);
      // A start that is tried again holds it already.
      nodeId ??= await holdNodeId(bot.id);
      const registerCommand: Host['registerCommand'] = async (definition) => {
        const registered = registering.register(definition);
        // Then there is no command to wait for.
        await (isShutOut ? registered.catch(() => undefined) : registered);
      };
      const made = compose(createHost({...parts, bot, nodeId, registerCommand}));
      starting = made;
      await made.start().catch(async (error: unknown) => {
        // The next try makes another one, and this one must not go on reading beside it.
        await made.stop(0);
        throw error;
      });
      running = {application: made, bot};
      endEvents = listenToEvents(access, bot.id, {
        teamChanged: registering.teamChanged,
        deactivated: (userId) => void made.userDeactivated(userId),
        posted: (post) => made.postWritten(post),
        connected(isConnected) {
          websocket(isConnected);
          // A dropped connection may be the first sign of a bot that is disabled.
          botWatch.look();
          if (isConnected) registering.connected();
        },
      });
    },
    botIsBack: () => void running?.application.settingsChanged(),
    async stop(drainMs) {
      registering.end();
      endEvents();
      await starting?.stop(drainMs);
    },
  };
}
