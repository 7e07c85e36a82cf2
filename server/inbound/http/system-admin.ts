import type {RequestHandler} from 'express';
import type {Chat, ChatUser} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import {isChatError} from '../../core/ports/port-error.js';
import type {Texts} from '../../core/ports/texts.js';
import {readerFor} from '../reader.js';
import {actingUser} from './acting-user.js';
import {sendProblem} from './api-problem.js';
import {createFinding} from './finding.js';

export interface SystemAdminDeps {
  chat: Chat;
  texts: Texts;
  logger: Logger;
}

const admin = createFinding<ChatUser>();

/** The administrator that {@link systemAdmin} let through. */
export const actingAdmin = admin.of;

/** Lets system administrators through; asked for on every request, so that a role that is taken away is gone. */
export const systemAdmin =
  ({chat, texts, logger}: SystemAdminDeps): RequestHandler =>
  async (request, response, next) => {
    let user: ChatUser | undefined;
    try {
      user = await chat.user(actingUser(request));
    } catch (error) {
      if (!isChatError(error)) throw error;
      logger.error('Mattermost did not say who an administrator is', {error: error.message});
      return sendProblem(response, {code: 'chat_unavailable', message: texts('')('admin.chatUnavailable')});
    }
    if (user?.isSystemAdmin === true && !user.isDeactivated) {
      admin.note(request, user);
      return next();
    }
    const {translate} = readerFor(texts, user);
    sendProblem(response, {code: 'not_an_admin', message: translate('admin.notAnAdmin')});
  };
