import {gob} from '../wire/gob/type.js';
import {apiMethod} from './api-method.js';
import {auditRecord} from './models/audit-record.js';
import {channel, channelMember, channelStats, team} from './models/channel.js';
import {command} from './models/command.js';
import {config} from './models/config.js';
import {fileInfo} from './models/file-info.js';
import {pluginKVSetOptions} from './models/key-value.js';
import {permission} from './models/permission.js';
import {preference} from './models/preference.js';
import {post, postList} from './models/post.js';
import {bot, user} from './models/user.js';
import {websocketBroadcast} from './models/websocket-broadcast.js';

const text = gob.string;
const settings = gob.map(gob.string, gob.any);

/**
 * The plugin API as far as it is used: parameters in order, result, and how the method says no. One more
 * method is one more row. Source: server/public/plugin/api.go of Mattermost.
 */
export const apiMethods = {
  LoadPluginConfiguration: apiMethod([], gob.bytes, 'nothing'),
  GetConfig: apiMethod([], config, 'nothing'),
  GetPluginConfig: apiMethod([], settings, 'nothing'),
  SavePluginConfig: apiMethod([settings], undefined, 'AppError'),
  GetServerVersion: apiMethod([], text, 'nothing'),
  GetBundlePath: apiMethod([], text, 'error'),

  EnsureBotUser: apiMethod([bot], text, 'error'),
  SetProfileImage: apiMethod([text, gob.bytes], undefined, 'AppError'),
  RegisterCommand: apiMethod([command], undefined, 'error'),

  GetUser: apiMethod([text], user, 'AppError'),
  GetUserByEmail: apiMethod([text], user, 'AppError'),
  GetChannel: apiMethod([text], channel, 'AppError'),
  GetDirectChannel: apiMethod([text, text], channel, 'AppError'),
  GetChannelMember: apiMethod([text, text], channelMember, 'AppError'),
  GetChannelMembers: apiMethod([text, gob.int, gob.int], gob.slice(channelMember), 'AppError'),
  GetChannelStats: apiMethod([text], channelStats, 'AppError'),
  GetTeamsForUser: apiMethod([text], gob.slice(team), 'AppError'),
  HasPermissionToChannel: apiMethod([text, text, permission], gob.bool, 'nothing'),

  GetPreferencesForUser: apiMethod([text], gob.slice(preference), 'AppError'),
  UpdatePreferencesForUser: apiMethod([text, gob.slice(preference)], undefined, 'AppError'),
  PublishWebSocketEvent: apiMethod([text, settings, websocketBroadcast], undefined, 'nothing'),

  CreatePost: apiMethod([post], post, 'AppError'),
  GetPost: apiMethod([text], post, 'AppError'),
  GetPostsSince: apiMethod([text, gob.int], postList, 'AppError'),
  UpdatePost: apiMethod([post], post, 'AppError'),
  UploadFile: apiMethod([gob.bytes, text, text], fileInfo, 'AppError'),
  SendEphemeralPost: apiMethod([text, post], post, 'nothing'),
  UpdateEphemeralPost: apiMethod([text, post], post, 'nothing'),

  KVGet: apiMethod([text], gob.bytes, 'AppError'),
  KVSetWithOptions: apiMethod([text, gob.bytes, pluginKVSetOptions], gob.bool, 'AppError'),
  KVDelete: apiMethod([text], undefined, 'AppError'),
  KVList: apiMethod([gob.int, gob.int], gob.slice(text), 'AppError'),

  LogAuditRec: apiMethod([auditRecord], undefined, 'nothing'),
} as const;

export type ApiMethodName = keyof typeof apiMethods;
