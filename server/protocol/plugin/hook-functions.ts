import type {WorkInProgress} from '../../lib/work-in-progress.js';
import type {Broker} from '../../wire/goplugin/broker.js';
import {toAppError, toErrorResult} from '../api-error.js';
import type {hooks} from '../hooks.js';
import type {ReportFailure} from '../report-failure.js';
import type {RpcFunctions} from '../rpc-table.js';
import {createHttpServer, type HttpListener} from '../serve-http/create-http-server.js';
import {receiveHttp} from '../serve-http/receive-http.js';
import type {ApiClient} from './api-client.js';
import type {MattermostPlugin} from './mattermost-plugin.js';

type HookFunctions = RpcFunctions<typeof hooks>;

/**
 * What the hooks of a plugin stand on. {@link servePlugin} provides it.
 *
 * @example Without a server behind it
 * ```ts
 * import type {HookEnvironment} from './protocol/plugin/hook-functions.js';
 *
 * export const environment: Pick<HookEnvironment, 'calls' | 'report'> = {
 *   calls: {add: (work) => work},
 *   report: (what, error) => process.stderr.write(`${what}: ${String(error)}\n`),
 * };
 * ```
 */
export interface HookEnvironment {
  /** Opens the further connections that HTTP requests travel on. */
  readonly broker: Broker;
  /** Is told of failures that no caller waits for. */
  readonly report: ReportFailure;
  /** Is given each command and request until it is answered, so that a stop can wait for them. */
  readonly calls: Pick<WorkInProgress, 'add'>;
  /** Opens the plugin API and the database stream under the ids that the server gave. */
  connectApi(apiId: number, driverId: number): Promise<ApiClient>;
}

/**
 * The hooks of `plugin` as Mattermost calls them: one function for each hook that the plugin has, and `Implemented`,
 * which tells Mattermost which ones those are. No function rejects: what a hook throws becomes the error in its answer.
 *
 * @example
 * ```ts
 * import {createHookFunctions, type HookEnvironment} from './protocol/plugin/hook-functions.js';
 *
 * export async function served(environment: HookEnvironment): Promise<unknown> {
 *   const functions = createHookFunctions({onActivate: async () => undefined}, environment);
 *   return functions.Implemented?.({}); // ['OnActivate']
 * }
 * ```
 */
export function createHookFunctions(
  plugin: MattermostPlugin,
  environment: HookEnvironment,
): Partial<HookFunctions> {
  const {onActivate, onDeactivate, onConfigurationChange} = plugin;
  const {executeCommand, generateSupportData, userHasBeenDeactivated, messageHasBeenPosted} = plugin;
  const {serveHttp, serveMetrics} = plugin;
  const served: Partial<HookFunctions> = {
    OnActivate: ({APIMuxId = 0, DriverMuxId = 0}) =>
      errorOf(async () => onActivate(await environment.connectApi(APIMuxId, DriverMuxId))),
    ...(onDeactivate && {OnDeactivate: () => errorOf(onDeactivate)}),
    ...(onConfigurationChange && {OnConfigurationChange: () => errorOf(onConfigurationChange)}),
    ...(executeCommand && {ExecuteCommand: answerCommand(executeCommand, environment)}),
    ...(generateSupportData && {GenerateSupportData: answerSupportData(generateSupportData, environment)}),
    ...(userHasBeenDeactivated && {
      UserHasBeenDeactivated: hearOfUser(userHasBeenDeactivated, environment),
    }),
    ...(messageHasBeenPosted && {MessageHasBeenPosted: hearOfPost(messageHasBeenPosted, environment)}),
    ...(serveHttp && {ServeHTTP: answerHttp(serveHttp, environment)}),
    ...(serveMetrics && {ServeMetrics: answerHttp(serveMetrics, environment)}),
  };
  return {...served, Implemented: async () => Object.keys(served)};
}

async function errorOf(work: () => Promise<void>): Promise<{A?: unknown}> {
  try {
    await work();
    return {};
  } catch (error) {
    return {A: toErrorResult(error)};
  }
}

function answerCommand(
  execute: NonNullable<MattermostPlugin['executeCommand']>,
  {calls}: HookEnvironment,
): HookFunctions['ExecuteCommand'] {
  const answer: HookFunctions['ExecuteCommand'] = async ({A: context = {}, B: args = {}}) => {
    try {
      return {A: await execute(args, context)};
    } catch (error) {
      return {B: toAppError(error, 'ExecuteCommand')};
    }
  };
  return (args) => calls.add(answer(args));
}

function answerSupportData(
  generate: NonNullable<MattermostPlugin['generateSupportData']>,
  {calls}: HookEnvironment,
): HookFunctions['GenerateSupportData'] {
  const answer: HookFunctions['GenerateSupportData'] = async () => {
    try {
      return {A: await generate()};
    } catch (error) {
      return {B: toErrorResult(error)};
    }
  };
  return (args) => calls.add(answer(args));
}

function hearOfUser(
  hear: NonNullable<MattermostPlugin['userHasBeenDeactivated']>,
  {calls, report}: HookEnvironment,
): HookFunctions['UserHasBeenDeactivated'] {
  const heard: HookFunctions['UserHasBeenDeactivated'] = async ({B: user = {}}) => {
    try {
      await hear(user);
    } catch (error) {
      report('The plugin did not take note of a deactivated account', error);
    }
    return {};
  };
  return (args) => calls.add(heard(args));
}

function hearOfPost(
  hear: NonNullable<MattermostPlugin['messageHasBeenPosted']>,
  {calls, report}: HookEnvironment,
): HookFunctions['MessageHasBeenPosted'] {
  const heard: HookFunctions['MessageHasBeenPosted'] = async ({B: post = {}}) => {
    try {
      await hear(post);
    } catch (error) {
      report('The plugin did not take note of a new post', error);
    }
    return {};
  };
  return (args) => calls.add(heard(args));
}

function answerHttp(
  listener: HttpListener,
  {broker, report, calls}: HookEnvironment,
): HookFunctions['ServeHTTP'] {
  const server = createHttpServer(listener, report);
  return async (args) => {
    await calls.add(receiveHttp(broker, server, args, report));
    return {};
  };
}
