import type {Application, Compose, SupportFile} from '../../core/ports/application.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Host} from '../../core/ports/host.js';
import type {Logger} from '../../core/ports/logger.js';
import {withDeadline} from '../../lib/deadline.js';
import type {WorkInProgress} from '../../lib/work-in-progress.js';
import type {FileData} from '../../protocol/models/file-data.js';
import type {ApiClient} from '../../protocol/plugin/api-client.js';
import type {MattermostPlugin} from '../../protocol/plugin/mattermost-plugin.js';
import {clientAddress} from '../client-address.js';
import {createMetrics} from '../metrics/create-metrics.js';
import {METRICS_TYPE, renderMetrics} from '../metrics/render-metrics.js';
import {setBotImage} from './bot-image.js';
import {ensureBot} from './bot.js';
import {answerCommand} from './answer-command.js';
import {toCommandRequest} from './command.js';
import {createHost} from './host.js';
import {toWrittenPost} from './written-post.js';
import {createSite, type Site} from './site.js';

/** Mattermost waits up to 10 s for OnDeactivate. Work in progress has this long to end. */
const drainMs = 8000;

/** No step of the activation may take longer. */
const stepMs = 10_000;

export interface NativePluginParts {
  readonly loadCompose: () => Promise<Compose>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly environment: Host['environment'];
  /** Hooks whose answer Mattermost waits for. */
  readonly calls: Pick<WorkInProgress, 'drained'>;
  readonly holdNodeId: (of: string) => Promise<string | undefined>;
}

/** What answers the hooks between the activation and the end. */
interface Running {
  application: Application;
  chat: Chat;
  site: Site;
  botId: string;
}

/** The application as a Mattermost plugin: hooks go in, calls of the plugin API go out. */
export function createNativePlugin(parts: NativePluginParts): Required<MattermostPlugin> {
  const {clock, calls, logger} = parts;
  let running: Running | undefined;
  return {
    onActivate: async (api) => {
      const activation = createActivation(parts, api);
      // From here on a change of the settings is heard, even while the start reads them.
      running = await activation.prepare();
      await activation.begin(running);
    },
    onDeactivate: async () => {
      const deadline = clock.now() + drainMs;
      await running?.application.stop(drainMs);
      // What the application has finished still has to reach the server.
      await calls.drained(Math.max(0, deadline - clock.now()));
    },
    // Before there is an application there is nothing to do: its start reads the configuration itself.
    onConfigurationChange: async () => {
      running?.site.forget();
      await running?.application.settingsChanged();
    },
    executeCommand: async (args, context) => {
      if (running === undefined) throw new Error('The plugin is not active');
      const request = toCommandRequest(args, context);
      const {application, chat} = running;
      const reply = await application.runCommand(request);
      return answerCommand({chat, clock, logger}, {request, reply});
    },
    userHasBeenDeactivated: async ({Id = ''}) => {
      await running?.application.userDeactivated(Id);
    },
    messageHasBeenPosted: (post) => running?.application.postWritten(toWrittenPost(post)),
    generateSupportData: async () => {
      if (running === undefined) return [];
      const {application} = running;
      const [files, text] = await Promise.all([application.supportData(), metricsOf(application)]);
      return [...files, {name: 'zoom/metrics.txt', text}].map(toFile);
    },
    serveMetrics: async (_request, response) => {
      if (running === undefined) return void response.writeHead(503, {'Retry-After': '5'}).end();
      const text = await metricsOf(running.application);
      response.writeHead(200, {'Content-Type': METRICS_TYPE}).end(text);
    },
    serveHttp: (request, response) => {
      if (running !== undefined) {
        // As they are, a client wrote them: Mattermost hands on what it was sent.
        request.headers['x-forwarded-for'] = clientAddress(request);
        return running.application.serveHttp(request, response);
      }
      response.writeHead(503, {'Retry-After': '5'}).end();
    },
  };
}

const metricsOf = async (application: Application): Promise<string> =>
  renderMetrics(await application.readMetrics());

const toFile = ({name, text}: SupportFile): FileData => ({Filename: name, Body: Buffer.from(text)});

/** @throws Error when a step takes too long: a hanging OnActivate hangs the server's start */
function createActivation(
  {loadCompose, clock, logger, environment, holdNodeId}: NativePluginParts,
  api: ApiClient,
) {
  const step = <T>(what: string, work: Promise<T>): Promise<T> =>
    withDeadline(clock, stepMs, ({orLate}) =>
      orLate(work, () => {
        throw new Error(`${what} took longer than ${stepMs / 1000} s`);
      }),
    );
  return {
    async prepare(): Promise<Running> {
      const [compose, botId] = await Promise.all([
        step('Loading the plugin', loadCompose()),
        step('Preparing the bot account', ensureBot(api)),
      ]);
      const site = createSite(api);
      // A bot belongs to one Mattermost: two of them on one machine are two nodes.
      const nodeId = await holdNodeId(botId);
      const host = createHost(api, {
        botId,
        nodeId,
        site,
        clock,
        logger,
        metrics: createMetrics('plugin'),
        environment,
      });
      return {application: compose(host), chat: host.chat, site, botId};
    },
    async begin({application, botId}: Running): Promise<void> {
      await Promise.all([
        step('Starting the plugin', application.start()),
        step('Setting the picture of the bot', setBotImage(api, botId)).catch((error: unknown) =>
          logger.warn('The bot has no picture', {reason: String(error)}),
        ),
      ]);
    },
  };
}
