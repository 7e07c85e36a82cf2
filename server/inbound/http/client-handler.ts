import type {RequestHandler} from 'express';
import type {Chat} from '../../core/ports/chat.js';
import {actingUser} from './acting-user.js';
import type {ClientView} from './client-view.js';

/** `GET /api/v1/client`: what the web app's script has to know before it draws anything. */
export const clientHandler =
  ({chat, clientView}: {chat: Chat; clientView: ClientView}): RequestHandler =>
  async (request, response) => {
    const userId = actingUser(request);
    const user = userId === '' ? undefined : await chat.user(userId);
    response.json({...clientView, is_admin: user?.isSystemAdmin ?? false});
  };
