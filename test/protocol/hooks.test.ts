import {describe, expect, it} from '@jest/globals';
import {ApiError} from '../../server/protocol/api-error.js';
import type {MattermostPlugin} from '../../server/protocol/plugin/mattermost-plugin.js';
import {record} from '../../sandbox/mattermost/response-writers.js';
import {connectPlugin} from '../support/in-process-plugin.js';
import {requestOf} from '../support/serve-in-process.js';

const silent: MattermostPlugin = {onActivate: async () => undefined};
const fails = async (): Promise<never> => Promise.reject(new Error('no disk left'));

describe('the hooks of a plugin', () => {
  it('are announced as far as the plugin has them', async () => {
    expect(await connectPlugin(silent).hooks.implemented()).toEqual(new Set(['OnActivate']));
    const more: MattermostPlugin = {...silent, onDeactivate: fails, serveHttp: () => undefined};
    expect(await connectPlugin(more).hooks.implemented()).toEqual(
      new Set(['OnActivate', 'OnDeactivate', 'ServeHTTP']),
    );
  });

  it('carry a command there and its answer back', async () => {
    const {hooks} = connectPlugin({
      ...silent,
      executeCommand: async ({Command, UserId, RootId}) => ({
        ResponseType: 'ephemeral',
        Text: `${UserId} typed ${Command} in ${RootId ?? 'no thread'}`,
        Attachments: [{Title: 'A title', Actions: [{Id: 'one', Integration: {URL: '/a', Context: {n: 1}}}]}],
      }),
    });
    expect(await hooks.executeCommand({UserId: 'ada', Command: '/zoom start'})).toEqual({
      ResponseType: 'ephemeral',
      Text: 'ada typed /zoom start in no thread',
      Attachments: [{Title: 'A title', Actions: [{Id: 'one', Integration: {URL: '/a', Context: {n: 1}}}]}],
    });
  });

  it('turn what a command throws into an AppError, with its status where it has one', async () => {
    const answering = (executeCommand: typeof fails) =>
      connectPlugin({...silent, executeCommand}).hooks.executeCommand({});
    await expect(answering(fails)).rejects.toMatchObject({status: 500, message: 'no disk left'});
    const refused = async (): Promise<never> => Promise.reject(new ApiError('not allowed', 403, 'app.zoom'));
    await expect(answering(refused)).rejects.toMatchObject({
      status: 403,
      id: 'app.zoom',
      message: 'not allowed',
    });
  });

  it('carry files to the support packet', async () => {
    const file = {Filename: 'zoom/diagnostics.yaml', Body: Buffer.from('version: "1"')};
    const {hooks} = connectPlugin({...silent, generateSupportData: async () => [file]});
    expect(await hooks.generateSupportData()).toEqual([file]);
    expect(
      await connectPlugin({...silent, generateSupportData: async () => []}).hooks.generateSupportData(),
    ).toEqual([]);
    const failing = connectPlugin({...silent, generateSupportData: fails});
    await expect(failing.hooks.generateSupportData()).rejects.toThrow('no disk left');
  });

  it('carry what was posted, and answer even where the plugin fails', async () => {
    const heard: unknown[] = [];
    const post = {Id: 'one', UserId: 'ada', Message: 'Good morning', Props: {from_webhook: 'true'}};
    const listening = connectPlugin({...silent, messageHasBeenPosted: (told) => void heard.push(told)});
    await listening.hooks.messageHasBeenPosted(post);
    expect([heard, listening.reports]).toEqual([[post], []]);
    const failing = connectPlugin({...silent, messageHasBeenPosted: fails});
    await failing.hooks.messageHasBeenPosted(post);
    expect(failing.reports).toEqual(['The plugin did not take note of a new post']);
  });

  it('carry who was deactivated, and answer even where the plugin fails', async () => {
    const heard: unknown[] = [];
    const gone = {Id: 'ada', DeleteAt: 1_700_000_000_000};
    const listening = connectPlugin({
      ...silent,
      userHasBeenDeactivated: async (user) => void heard.push(user),
    });
    await listening.hooks.userHasBeenDeactivated(gone);
    expect([heard, listening.reports]).toEqual([[gone], []]);
    const failing = connectPlugin({...silent, userHasBeenDeactivated: fails});
    await failing.hooks.userHasBeenDeactivated(gone);
    expect(failing.reports).toEqual(['The plugin did not take note of a deactivated account']);
  });

  it('carry what the plugin shows on the listener for metrics', async () => {
    const {hooks} = connectPlugin({
      ...silent,
      serveMetrics: ({url}, response) => void response.end(`asked for ${url}`),
    });
    const {response, writer} = record();
    await hooks.serveMetrics({...requestOf({url: '/metrics'}), writer});
    expect([response.status, Buffer.concat(response.writes).toString()]).toEqual([200, 'asked for /metrics']);
  });

  it('turn what any other hook throws into an error', async () => {
    const {hooks} = connectPlugin({...silent, onDeactivate: fails, onConfigurationChange: fails});
    await expect(hooks.deactivate()).rejects.toThrow('no disk left');
    await expect(hooks.configurationChanged()).rejects.toThrow('no disk left');
  });

  it('are unknown methods to the server where the plugin has none', async () => {
    await expect(connectPlugin(silent).hooks.executeCommand({})).rejects.toThrow(
      "rpc: can't find method Plugin.ExecuteCommand",
    );
  });
});
