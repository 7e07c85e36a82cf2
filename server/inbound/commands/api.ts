import * as z from 'zod';
import {readRawPath} from '../../core/domain/raw-path.js';
import type {CommandReply} from '../../core/ports/application.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import {RAW_METHODS} from '../../core/ports/zoom/raw-request.js';
import type {RawWish, SendRaw} from '../../core/usecases/send-raw.js';
import {parseJson} from '../../lib/parse-json.js';
import {type DrawButton, withButtons} from '../actions/draw-button.js';
import {sendRawAction} from '../actions/send-raw.js';
import type {DescribeRaw} from '../api/describe-raw.js';
import {type DeliverRaw, fenced, inCode} from '../deliver-raw.js';
import {answerAsker, isVouchedFor} from './answer-asker.js';
import type {Command, CommandContext} from './command.js';

export interface ApiCommandDeps {
  chat: Chat;
  logger: Logger;
  clock: Clock;
  newId: () => string;
  drawButton: DrawButton;
  sendRaw: SendRaw;
  describeRaw: DescribeRaw;
  deliverRaw: DeliverRaw;
}

const TYPED = /^(?:([a-z]+)\s+)?(\/\S*)(?:\s+([^]+))?$/iu;
const methodSchema = z.enum(RAW_METHODS);
const bodySchema = z.record(z.string(), z.unknown());
const EXAMPLE = '{"topic": "Weekly planning"}';

/** Sends what a system administrator types to Zoom's API. What changes something is asked about first. */
export const apiCommand = (deps: ApiCommandDeps): Command => ({
  name: 'api',
  hint: 'command.api.hint',
  help: 'command.api.help',
  isForAdmins: true,
  async run(context) {
    const {translate, isAdmin} = await context.reader;
    if (!isAdmin) return {text: translate('api.adminsOnly')};
    const wish = readWish(context.rest);
    if (wish === 'unreadable') return {text: translate('command.api.usage', {example: inCode(EXAMPLE)})};
    return wish.method === 'GET' ? send(deps, wish, context) : ask(deps, wish, context);
  },
});

function readWish(rest: string): RawWish | 'unreadable' {
  const [, method = 'GET', path, json] = TYPED.exec(rest) ?? [];
  const named = methodSchema.safeParse(method.toUpperCase());
  const body = bodySchema.optional().safeParse(json === undefined ? undefined : (parseJson(json) ?? null));
  const isUsable = path !== undefined && named.success && body.success;
  if (!isUsable || (named.data === 'GET' && body.data !== undefined)) return 'unreadable';
  return {method: named.data, path, body: body.data};
}

async function send(
  {sendRaw, describeRaw, deliverRaw}: ApiCommandDeps,
  wish: RawWish,
  {request: {userId}, reader, signal}: CommandContext,
): Promise<CommandReply> {
  const outcome = await sendRaw({...wish, userId, signal});
  if (outcome.kind !== 'done') return {text: describeRaw(outcome, await reader).message};
  const {translate} = await reader;
  return {text: await deliverRaw({userId, wish, answer: outcome.answer, translate})};
}

/**
 * Shows what will be sent, with a button, which nobody but the person gets: whoever has it can press it. What would be
 * refused for its path is refused at once.
 */
async function ask(
  {clock, newId, drawButton, describeRaw, ...deps}: ApiCommandDeps,
  {method, path, body}: RawWish,
  {request, reader}: CommandContext,
): Promise<CommandReply> {
  const {userId, channelId, rootId} = request;
  const asking = await reader;
  const read = readRawPath(path);
  if (read.kind !== 'path') return {text: describeRaw({kind: `path-${read.kind}`}, asking).message};
  const {translate} = asking;
  const createdAt = clock.now();
  const json = body === undefined ? '' : JSON.stringify(body);
  const values = {id: newId(), method, path, body: json};
  // A direct message is not the place that the button is about.
  const place = isVouchedFor(request) ? {channelId, rootId, createdAt} : undefined;
  const shown = body === undefined ? [] : [fenced(JSON.stringify(body, undefined, 2))];
  const text = [translate('raw.ask', {request: inCode(`${method} ${path}`)}), ...shown].join('\n');
  const button = drawButton(sendRawAction, {userId, values}, {place, translate});
  const message = {...withButtons(text, button), isTheirsAlone: true} as const;
  return {...(await answerAsker(deps, request, message, translate)), createdAt};
}
