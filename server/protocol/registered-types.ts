import {gob, type GobType} from '../wire/gob/type.js';
import {errorTypes} from './api-error.js';
import {dynamicListArg} from './models/command.js';
import {messageAttachment} from './models/message-attachment.js';

/** The concrete types that may stand in a Go interface, besides generic JSON, by the names Mattermost gave them. */
export const registeredTypes: Readonly<Record<string, GobType>> = {
  ...errorTypes,
  '[]*model.SlackAttachment': gob.slice(messageAttachment),
  '*model.AutocompleteDynamicListArg': dynamicListArg,
};
