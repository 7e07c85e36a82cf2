import type {RequestHandler, Response} from 'express';
import {type Chat, ChatError, type ChatUser} from '../../core/ports/chat.js';
import type {Texts} from '../../core/ports/texts.js';
import {readerFor} from '../reader.js';
import {actingUser} from './acting-user.js';
import {sendProblem} from './api-problem.js';

export interface SystemAdminDeps {
  chat: Chat;
  texts: Texts;
}

/** Lets system administrators through; asked for on every request, so that a role that is taken away is gone. */
export const systemAdmin =
  ({chat, texts}: SystemAdminDeps): RequestHandler =>
  async (request, response, next) => {
    let user: ChatUser | undefined;
    try {
      user = await chat.user(actingUser(request));
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      const message = texts('')('admin.chatUnavailable');
      return sendProblem(response, {status: 503, code: 'chat_unavailable', message});
    }
    if (user?.isSystemAdmin === true && !user.isDeactivated) {
      response.locals['admin'] = user;
      return next();
    }
    const {translate} = readerFor(texts, user);
    sendProblem(response, {status: 403, code: 'not_an_admin', message: translate('admin.notAnAdmin')});
  };

/** The administrator that {@link systemAdmin} let through. */
export const actingAdmin = (response: Response): ChatUser => response.locals['admin'] as ChatUser;
